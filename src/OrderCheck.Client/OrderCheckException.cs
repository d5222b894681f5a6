namespace OrderCheck.Client;

/// <summary>
/// What <see cref="WriteResult.EnsureRecorded"/> and <see cref="ReadResult{TAnswer}.EnsureAnswered"/> throw. The message has the
/// failure's reason, not its text, since that may quote what was sent and exceptions end in logs.
/// </summary>
public sealed class OrderCheckException : Exception
{
    internal OrderCheckException(string what, CallFailure failure)
        : base($"OrderCheck: {what}. {failure.Kind} ({failure.Reason}){Fields(failure)}") => Failure = failure;

    public CallFailure Failure { get; }

    private static string Fields(CallFailure failure) =>
        failure.Violations.Count == 0 ? "" : ": " + failure.FieldNames();
}
