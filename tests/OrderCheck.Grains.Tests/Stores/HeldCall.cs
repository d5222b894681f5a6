namespace OrderCheck.Grains.Tests.Stores;

/// <summary>A call to the store that a test holds in its middle.</summary>
internal sealed class HeldCall
{
    private readonly TaskCompletionSource _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends when the caller has arrived there.</summary>
    public Task Begun => _begun.Task.WaitAsync(TimeSpan.FromSeconds(10));

    public void LetGo() => _released.TrySetResult();

    /// <summary>Holds the calling thread, and with it the turn that it works on.</summary>
    internal void Hold()
    {
        _begun.TrySetResult();
        _released.Task.GetAwaiter().GetResult();
    }

    internal async Task HoldAsync()
    {
        // After the caller's turn has come to its own await: what it arranged for the waiting is arranged.
        await Task.Yield();
        _begun.TrySetResult();
        await _released.Task;
    }
}
