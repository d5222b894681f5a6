namespace OrderCheck.Client.Wire;

/// <summary>What one sending came to: an answer or a failure, never both.</summary>
internal sealed class Reply<TAnswer>
    where TAnswer : class
{
    private Reply(TAnswer? answer, CallFailure? failure) => (Answer, Failure) = (answer, failure);

    public TAnswer? Answer { get; }

    public CallFailure? Failure { get; }

    public static Reply<TAnswer> Of(TAnswer answer) => new(answer, null);

    public static Reply<TAnswer> Failed(CallFailure failure) => new(null, failure);
}
