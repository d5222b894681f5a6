namespace OrderCheck.Client;

/// <summary>Whether the way to the service is open.</summary>
public sealed class WarmUpResult
{
    internal WarmUpResult(CallFailure? failure, TimeSpan elapsed) => (Failure, Elapsed) = (failure, elapsed);

    /// <summary>The service is reached, started, and knows the key and the role.</summary>
    public bool IsReady => Failure is null;

    /// <summary>Why it is not ready; null if it is.</summary>
    public CallFailure? Failure { get; }

    public TimeSpan Elapsed { get; }
}
