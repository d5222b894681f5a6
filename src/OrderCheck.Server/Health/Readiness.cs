namespace OrderCheck.Server.Health;

/// <summary>Whether the start is done: rules compiled, store open, hospitals loaded, one synthetic check done.</summary>
internal sealed class Readiness
{
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile string _step = "starting";

    public bool IsReady => _ready.Task.IsCompletedSuccessfully;

    /// <summary>What the start is doing.</summary>
    public string Step
    {
        get => _step;
        set => _step = value;
    }

    public Task WaitAsync(CancellationToken cancellation) => _ready.Task.WaitAsync(cancellation);

    public void Reach()
    {
        _step = "ready";
        _ready.TrySetResult();
    }
}
