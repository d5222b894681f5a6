using OrderCheck.Client.Wire;
using OrderCheck.Protocol.V1;

namespace OrderCheck.Client.Writes;

/// <summary>What the sendings of one write came to, and what follows from them together.</summary>
internal sealed class WriteAttempts(string requestId)
{
    private Reply<WriteReceipt>? _last;

    public int Count { get; private set; }

    public string RequestId => requestId;

    public bool IsRecorded => _last?.Answer is not null;

    public Reply<WriteReceipt> Add(Reply<WriteReceipt> reply)
    {
        Count++;
        _last = reply;
        return reply;
    }

    public WriteResult Conclude(TimeSpan deadline)
    {
        if (_last?.Answer is { } receipt)
            return new WriteResult(WriteState.Recorded, requestId, receipt, null, Count);
        var failure = _last?.Failure ?? Failures.Deadline(deadline);
        return new WriteResult(IsRefusal(failure) ? WriteState.NotRecorded : WriteState.Unknown, requestId, null, failure, Count);
    }

    /// <summary>
    /// A refusal of the content says of every sending that nothing was recorded. A refusal of the caller does not: an earlier
    /// sending may have arrived while the key was still valid.
    /// </summary>
    private bool IsRefusal(CallFailure failure) =>
        !failure.IsOfService && (Count <= 1 || failure.Kind is not (FailureKind.Unauthenticated or FailureKind.NotPermitted));
}
