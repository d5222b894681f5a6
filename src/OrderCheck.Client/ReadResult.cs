namespace OrderCheck.Client;

/// <summary>What a question came to: an answer, or why there is none.</summary>
/// <typeparam name="TAnswer">The answer's message.</typeparam>
public sealed class ReadResult<TAnswer>
    where TAnswer : class
{
    internal ReadResult(TAnswer? answer, CallFailure? failure) => (Answer, Failure) = (answer, failure);

    /// <summary>Null if there is none: then <see cref="Failure"/> says why.</summary>
    public TAnswer? Answer { get; }

    /// <summary>Null if there is an answer.</summary>
    public CallFailure? Failure { get; }

    public bool IsAnswered => Answer is not null;

    /// <summary>The answer, for callers who prefer an exception.</summary>
    /// <exception cref="OrderCheckException">There is none.</exception>
    public TAnswer EnsureAnswered() => Answer ?? throw new OrderCheckException("No answer", Failure!);
}
