using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using OrderCheck.Ledger.Background;

namespace OrderCheck.Ledger.Checks;

/// <summary>
/// The bounded queue behind the answer. Its records are committed together by one background writer; what finds the queue
/// full, or the store failing, is dropped and counted. The writer gives way to whoever answers, until a part of the queue waits.
/// </summary>
internal sealed class RecordQueue : IAsyncDisposable
{
    private const int BatchRecords = 512;

    /// <summary>
    /// How long a record waits for company: nobody waits for it, and each commit delays the check that meets it. At fifty a second
    /// those were the slowest hundredth of one caller's checks.
    /// </summary>
    private static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(50);

    /// <summary>Of the queue: when more of it waits, losing records is nearer than a slower answer.</summary>
    private const int PartThatWaits = 4;

    private readonly YieldingThread _thread = new("records");
    private readonly SemaphoreSlim _hurry = new(0);
    private readonly int _longQueue;
    private readonly Channel<object> _queue;
    private readonly Func<IReadOnlyList<object>, Task> _write;
    private readonly ILogger _logger;
    private readonly Task _loop;
    private long _dropped;

    public RecordQueue(int capacity, Func<IReadOnlyList<object>, Task> write, ILogger logger)
    {
        (_write, _longQueue) = (write, capacity / PartThatWaits);
        _logger = logger;
        _queue = Channel.CreateBounded<object>(new BoundedChannelOptions(capacity) { SingleReader = true });
        _loop = _thread.RunAsync(WriteAsync);
    }

    public long Dropped => Interlocked.Read(ref _dropped);

    public bool TryAdd(object record)
    {
        if (_queue.Writer.TryWrite(record))
        {
            RecordMetrics.Added();
            return true;
        }
        Interlocked.Increment(ref _dropped);
        RecordMetrics.Lost(1, "queue_full");
        return false;
    }

    /// <summary>Ends when everything added before is written or dropped.</summary>
    public async Task FlushAsync(CancellationToken cancellation)
    {
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        try
        {
            await _queue.Writer.WriteAsync(reached, cancellation);
        }
        catch (ChannelClosedException)
        {
            await _loop.WaitAsync(cancellation);
            return;
        }
        _hurry.Release();
        await reached.Task.WaitAsync(cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        _queue.Writer.TryComplete();
        _hurry.Release();
        await _loop;
        _thread.Dispose();
    }

    private async Task WriteAsync()
    {
        var records = new List<object>(BatchRecords);
        var waiting = new List<TaskCompletionSource>();
        while (await _queue.Reader.WaitToReadAsync())
        {
            // After a full batch there is company enough.
            if (records.Count < BatchRecords)
                await _hurry.WaitAsync(Gathering);
            records.Clear();
            while (records.Count < BatchRecords && _queue.Reader.TryRead(out var next))
            {
                if (next is TaskCompletionSource flush)
                    waiting.Add(flush);
                else
                    records.Add(next);
            }
            if (records.Count > 0)
                await (_queue.Reader.Count > _longQueue ? Task.Run(() => CommitAsync(records)) : CommitAsync(records));
            RecordMetrics.Taken(records.Count);
            waiting.ForEach(flush => flush.TrySetResult());
            waiting.Clear();
        }
    }

    private async Task CommitAsync(List<object> records)
    {
        try
        {
            await _write(records);
        }
        // One record that the store cannot take must not cost the others of its batch.
        catch (Exception failure) when (failure is not LedgerUnavailableException && records.Count > 1)
        {
            foreach (var record in records)
                await CommitAsync([record]);
        }
        // Behind the answer nobody is left to tell: count it, say it, and serve the next batch.
        catch (Exception failure)
        {
            var cause = (failure as LedgerUnavailableException)?.Reason ?? failure.GetType().Name;
            Interlocked.Add(ref _dropped, records.Count);
            RecordMetrics.Lost(records.Count, cause);
            LedgerLog.RecordsDropped(_logger, records.Count, cause);
        }
    }
}
