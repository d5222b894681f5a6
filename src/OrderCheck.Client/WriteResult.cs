using OrderCheck.Protocol.V1;

namespace OrderCheck.Client;

/// <summary>What became of a write, with the request id under which it can be sent again at any time.</summary>
public sealed class WriteResult
{
    internal WriteResult(WriteState state, string requestId, WriteReceipt? receipt, CallFailure? failure, int attempts)
    {
        State = state;
        RequestId = requestId;
        Receipt = receipt;
        Failure = failure;
        Attempts = attempts;
    }

    public WriteState State { get; }

    /// <summary>The request's id, the caller's own or one made for it. Keep it while the state is Unknown.</summary>
    public string RequestId { get; }

    /// <summary>The service's receipt with its findings; null unless Recorded.</summary>
    public WriteReceipt? Receipt { get; }

    /// <summary>Why it was refused, or what went wrong last; null if Recorded.</summary>
    public CallFailure? Failure { get; }

    /// <summary>How often it was sent, 1 or more.</summary>
    public int Attempts { get; }

    public bool IsRecorded => State == WriteState.Recorded;

    /// <summary>The fields that the service refused. Empty otherwise.</summary>
    public IReadOnlyList<FieldViolation> Violations => Failure?.Violations ?? [];

    /// <summary>The receipt, for callers who prefer an exception.</summary>
    /// <exception cref="OrderCheckException">Not recorded, or not known.</exception>
    public WriteReceipt EnsureRecorded() => Receipt ?? throw new OrderCheckException($"{State}, request_id {RequestId}", Failure!);
}
