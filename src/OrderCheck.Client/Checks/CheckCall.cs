using Microsoft.Extensions.Logging;
using OrderCheck.Client.Wire;
using OrderCheck.Protocol.V1;

namespace OrderCheck.Client.Checks;

/// <summary>Checks orders within the deadline, or says that they are unchecked and why.</summary>
internal sealed class CheckCall(Bounded wire, OrderCheckClientOptions options, ILogger logger)
{
    private readonly TimeProvider _time = options.TimeProvider;
    private readonly CheckBreaker _breaker = new(options.Breaker, options.TimeProvider, logger);

    /// <exception cref="OperationCanceledException">The caller no longer wants the answer.</exception>
    public async Task<CheckResult> RunAsync(CheckOrdersRequest request, Seat seat, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var started = _time.GetTimestamp();
        // A caller who leaves is no failure of the service: the check ends by itself, and the breaker learns how.
        var reply = await _breaker.RunAsync(() => SendAsync(request, seat, started))
            .WaitAsync(Timeout.InfiniteTimeSpan, _time, cancellation).ConfigureAwait(false);
        var elapsed = _time.GetElapsedTime(started);
        if (reply.Failure is not { } failure)
            return new CheckResult(reply.Answer!, null, elapsed);
        Log(failure, elapsed);
        return new CheckResult(UncheckedAnswers.For(failure, _time.GetUtcNow()), failure, elapsed);
    }

    /// <summary>
    /// A connection that lay idle may have been cut by a firewall or a restart, which shows only when it is used. Then the check is
    /// sent once more, in what is left of the deadline.
    /// </summary>
    private async Task<Reply<CheckAnswer>> SendAsync(CheckOrdersRequest request, Seat seat, long started)
    {
        var reply = await wire.SendAsync(ApiMethods.CheckOrders, request, seat, options.CheckDeadline).ConfigureAwait(false);
        if (reply.Failure is not { Kind: FailureKind.Unavailable, Reason: ReasonCodes.Unavailable })
            return reply;
        var left = options.CheckDeadline - _time.GetElapsedTime(started);
        return left > TimeSpan.Zero
            ? await wire.SendAsync(ApiMethods.CheckOrders, request, seat, left).ConfigureAwait(false)
            : reply;
    }

    private void Log(CallFailure failure, TimeSpan elapsed)
    {
        if (failure.IsOfService || failure.Kind == FailureKind.CircuitOpen)
            ClientLog.CheckUnchecked(logger, failure.Kind, failure.Reason, (long)elapsed.TotalMilliseconds);
        else
            ClientLog.RequestRefused(logger, ApiMethods.CheckOrders.Name, failure.Kind, failure.Reason, failure.FieldNames());
    }
}
