using Google.Rpc;

namespace OrderCheck.Client.Wire;

/// <summary>The one place where a status of the service, or the lack of one, becomes a failure.</summary>
internal static class Failures
{
    private const string TooLarge = "too_large";

    public static CallFailure Deadline(TimeSpan limit) =>
        new(FailureKind.Deadline, ReasonCodes.Deadline, $"No answer within {limit.TotalMilliseconds:0} ms.");

    public static CallFailure Unavailable(string message) => new(FailureKind.Unavailable, ReasonCodes.Unavailable, message);

    public static CallFailure Unreadable(string message) => new(FailureKind.Unreadable, ReasonCodes.UnreadableAnswer, message);

    public static CallFailure CircuitOpen() => new(
        FailureKind.CircuitOpen, ReasonCodes.CircuitOpen, "Checks pause because the service kept failing; one is let through from time to time.");

    /// <param name="code">The status as the protocol has it.</param>
    /// <param name="reason">ErrorInfo's reason, or "".</param>
    public static CallFailure Of(Code code, string reason, string message, IReadOnlyList<FieldViolation>? violations = null)
    {
        var (kind, usual) = Kind(code, reason);
        return new CallFailure(kind, reason.Length > 0 ? reason : usual, message, violations);
    }

    private static (FailureKind Kind, string Reason) Kind(Code code, string reason) => code switch
    {
        Code.DeadlineExceeded => (FailureKind.Deadline, ReasonCodes.Deadline),
        Code.Unavailable or Code.Aborted or Code.Cancelled => (FailureKind.Unavailable, ReasonCodes.Unavailable),
        // Without another reason it is a message that is too large; a server with too much to do says so.
        Code.ResourceExhausted when reason.Length == 0 || reason.Contains(TooLarge) => (FailureKind.BadForm, TooLarge),
        Code.ResourceExhausted => (FailureKind.Unavailable, ReasonCodes.Unavailable),
        Code.InvalidArgument or Code.OutOfRange or Code.FailedPrecondition => (FailureKind.BadForm, ReasonCodes.BadForm),
        Code.AlreadyExists => (FailureKind.Conflict, ReasonCodes.Refused),
        Code.NotFound => (FailureKind.NotFound, ReasonCodes.Refused),
        Code.PermissionDenied => (FailureKind.NotPermitted, ReasonCodes.NotPermitted),
        Code.Unauthenticated => (FailureKind.Unauthenticated, ReasonCodes.Unauthenticated),
        Code.Unimplemented => (FailureKind.Unreadable, ReasonCodes.UnreadableAnswer),
        _ => (FailureKind.ServerFault, ReasonCodes.Internal),
    };
}
