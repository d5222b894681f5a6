namespace OrderCheck.Server.Overload;

/// <summary>Calls of one kind: those that run, and those that wait in the order they came. Used under its gate's lock.</summary>
/// <param name="atOnce">That run at most.</param>
/// <param name="waiting">That wait at most.</param>
internal sealed class CallLane(int atOnce, int waiting)
{
    private readonly LinkedList<TaskCompletionSource<bool>> _waiting = new();

    public int Running { get; set; }

    public bool HasWaiting => _waiting.Count > 0;

    /// <summary>A call that comes now may run: there is room, and nobody came before it.</summary>
    public bool IsOpen => Running < atOnce && _waiting.Count == 0;

    /// <summary>Null where as many wait as may.</summary>
    public LinkedListNode<TaskCompletionSource<bool>>? Queue() =>
        _waiting.Count < waiting ? _waiting.AddLast(new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously)) : null;

    public void GiveUp(LinkedListNode<TaskCompletionSource<bool>> place) => _waiting.Remove(place);

    public void Begin()
    {
        while (Running < atOnce && _waiting.First is { } first)
        {
            _waiting.RemoveFirst();
            Running++;
            first.Value.SetResult(true);
        }
    }
}
