using System.Collections.Concurrent;

namespace OrderCheck.Ledger.Background;

/// <summary>
/// A thread for what is done behind the answers: it gives way to those that answer, which would otherwise wait behind it for
/// milliseconds, a hundredth of them at a time. What is awaited on it goes on on it.
/// </summary>
public sealed class YieldingThread : TaskScheduler, IDisposable
{
    /// <summary>A third of what a thread of the usual niceness gets where both want one processor: it must not fall behind for ever.</summary>
    private const int OfThis = 5;

    private readonly BlockingCollection<Task> _tasks = [];
    private readonly Thread _thread;

    public YieldingThread(string name)
    {
        _thread = new Thread(Work) { IsBackground = true, Name = name, Priority = ThreadPriority.BelowNormal };
        _thread.Start();
    }

    public override int MaximumConcurrencyLevel => 1;

    /// <summary>On such a thread what is begun there, too, and on any of the pool what is begun elsewhere.</summary>
    public static Task<T> StayAsync<T>(Func<Task<T>> work) =>
        Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.DenyChildAttach, Current as YieldingThread ?? Default).Unwrap();

    /// <inheritdoc cref="StayAsync{T}"/>
    public static Task StayAsync(Func<Task> work) =>
        Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.DenyChildAttach, Current as YieldingThread ?? Default).Unwrap();

    public Task RunAsync(Func<Task> work) =>
        Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.DenyChildAttach, this).Unwrap();

    /// <summary>Ends the thread; what is still to be done then is the pool's. The collection is left as it is: who adds or ends beside may still hold it.</summary>
    public void Dispose() => _tasks.CompleteAdding();

    protected override void QueueTask(Task task)
    {
        try
        {
            _tasks.Add(task);
        }
        catch (InvalidOperationException)
        {
            ThreadPool.UnsafeQueueUserWorkItem(static left => left.Scheduler.TryExecuteTask(left.Task), (Scheduler: this, Task: task), preferLocal: false);
        }
    }

    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) => Thread.CurrentThread == _thread && TryExecuteTask(task);

    protected override IEnumerable<Task> GetScheduledTasks() => _tasks.ToArray();

    private void Work()
    {
        Niceness.Set(OfThis);
        foreach (var task in _tasks.GetConsumingEnumerable())
            TryExecuteTask(task);
    }
}
