using Google.Protobuf;
using Microsoft.Extensions.Logging;
using OrderCheck.Client.Wire;

namespace OrderCheck.Client.Reads;

/// <summary>Asks once, within the deadline.</summary>
internal sealed class ReadCall(Bounded wire, ILogger logger)
{
    /// <exception cref="OperationCanceledException">The caller no longer wants the answer.</exception>
    public async Task<ReadResult<TAnswer>> RunAsync<TRequest, TAnswer>(
        ApiMethod<TRequest, TAnswer> method, TRequest request, Seat seat, TimeSpan limit, CancellationToken cancellation)
        where TRequest : class, IMessage<TRequest>
        where TAnswer : class, IMessage<TAnswer>
    {
        cancellation.ThrowIfCancellationRequested();
        var reply = await wire.SendAsync(method, request, seat, limit, cancellation).ConfigureAwait(false);
        if (reply.Failure is not null)
            cancellation.ThrowIfCancellationRequested();
        if (reply.Failure is { IsOfService: false, Kind: not FailureKind.NotFound } failure)
            ClientLog.RequestRefused(logger, method.Name, failure.Kind, failure.Reason, failure.FieldNames());
        return new ReadResult<TAnswer>(reply.Answer, reply.Failure);
    }
}
