using OrderCheck.Protocol.V1;

namespace OrderCheck.Client;

/// <summary>What a check came to. There is always an answer to show: where the service gave none, one that says "unchecked".</summary>
public sealed class CheckResult
{
    internal CheckResult(CheckAnswer answer, CallFailure? failure, TimeSpan elapsed) => (Answer, Failure, Elapsed) = (answer, failure, elapsed);

    /// <summary>The service's answer, or an unchecked one of this client without a check id, whose reason says why.</summary>
    public CheckAnswer Answer { get; }

    /// <summary>Why the service gave no answer; null if it did (which may be unchecked, too).</summary>
    public CallFailure? Failure { get; }

    /// <summary>How long the caller waited.</summary>
    public TimeSpan Elapsed { get; }

    /// <summary>Complete: no finding means exactly that. Partial or unchecked: show the reasons; it is not clean.</summary>
    public CheckState State => Answer.State;

    public bool IsUnchecked => State == CheckState.Unchecked;

    /// <summary>Why the answer is not complete, each with a Chinese sentence for the screen.</summary>
    public IReadOnlyList<StateReason> Reasons => Answer.StateReasons;

    /// <summary>The fields that the service refused: the integrator's bug. Empty otherwise.</summary>
    public IReadOnlyList<FieldViolation> Violations => Failure?.Violations ?? [];
}
