using Microsoft.Extensions.Logging;
using OrderCheck.Client.Wire;

namespace OrderCheck.Client.WarmUp;

/// <summary>
/// Opens the connection before the first doctor asks, and goes the way of a check with an order that nobody gave: the same
/// messages, read and written on both sides, the same key and role. The service answers an echo without asking any encounter.
/// </summary>
internal sealed class WarmUpCall(Bounded wire, OrderCheckClientOptions options, ILogger logger)
{
    public async Task<WarmUpResult> RunAsync(CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var started = options.TimeProvider.GetTimestamp();
        var question = InventedCheck.Request(options.TimeProvider.GetUtcNow());
        // An echo has one finding in it; what else an answer may have is read here the first time, which costs more than all that follow.
        await Task.Run(() => ApiMethods.CheckOrders.Rehearse(question, InventedCheck.Answer()), cancellation).ConfigureAwait(false);
        var reply = await wire.SendAsync(ApiMethods.Echo, question, options.Seat, options.WarmUpDeadline, cancellation).ConfigureAwait(false);
        if (reply.Failure is { } failure)
        {
            cancellation.ThrowIfCancellationRequested();
            ClientLog.NotWarm(logger, failure.Kind, failure.Reason);
        }

        return new WarmUpResult(reply.Failure, options.TimeProvider.GetElapsedTime(started));
    }
}
