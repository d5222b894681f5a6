namespace OrderCheck.Grains.Tests.Stores;

/// <summary>A commit that a test holds in its middle.</summary>
internal sealed class HeldCommit
{
    private readonly TaskCompletionSource _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends when the writer has arrived at its commit.</summary>
    public Task Begun => _begun.Task.WaitAsync(TimeSpan.FromSeconds(10));

    public void LetGo() => _released.TrySetResult();

    internal Task HoldAsync()
    {
        _begun.TrySetResult();
        return _released.Task;
    }
}
