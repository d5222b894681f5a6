using System.Diagnostics;

namespace OrderCheck.Ledger.Commit;

/// <summary>A unit on its way to the disk, and the caller who waits for it.</summary>
internal sealed class PendingUnit(PreparedUnit unit)
{
    private readonly TaskCompletionSource<AppendResult> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private AppendResult? _result;
    private Exception? _failure;

    public PreparedUnit Unit { get; } = unit;

    /// <summary>Timestamp, for the wait.</summary>
    public long QueuedAt { get; } = Stopwatch.GetTimestamp();

    public Task<AppendResult> Done => _done.Task;

    /// <summary>What the caller will hear if the commit goes well.</summary>
    public void Will(AppendResult result)
    {
        _result = result;
        _failure = null;
    }

    /// <summary>This unit alone cannot be stored, the others of its batch can.</summary>
    public void WillFail(Exception failure) => _failure = failure;

    /// <summary>The commit is on disk: the caller hears.</summary>
    public void Complete()
    {
        if (_failure is not null)
            _done.TrySetException(_failure);
        else
            _done.TrySetResult(_result ?? throw new InvalidOperationException("The writer gave a unit no outcome."));
    }

    public void Fail(Exception failure) => _done.TrySetException(failure);
}
