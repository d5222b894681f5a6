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

    /// <summary>Of an audit record or a count, about.</summary>
    private const int UsualBytes = 128;

    private readonly YieldingThread _thread = new("records");
    private readonly SemaphoreSlim _hurry = new(0);
    private readonly int _longQueue;
    private readonly Channel<object> _queue;
    private readonly Func<IReadOnlyList<object>, bool, Task> _write;
    private readonly int _partBytes;
    private readonly ILogger _logger;
    private readonly Task _loop;
    private long _dropped;

    /// <param name="write">Commits the records; on disk when it ends, or, where its second argument is false, with the next that is.</param>
    /// <param name="partBytes">
    /// After about so many bytes what is gathered is committed and whoever waits is let pass: a store in this process holds its processor through a
    /// commit, and checks of many orders have records of many pages.
    /// </param>
    public RecordQueue(int capacity, Func<IReadOnlyList<object>, bool, Task> write, ILogger logger, int partBytes = int.MaxValue)
    {
        (_write, _partBytes, _longQueue) = (write, partBytes, capacity / PartThatWaits);
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
                await (_queue.Reader.Count > _longQueue ? Task.Run(() => CommitAsync(records)) : CommitPartsAsync(records));
            RecordMetrics.Taken(records.Count);
            waiting.ForEach(flush => flush.TrySetResult());
            waiting.Clear();
        }
    }

    /// <summary>Where much waits, fewer and larger commits are worth more than short ones.</summary>
    private Task CommitPartsAsync(List<object> records) =>
        records.Count == BatchRecords || records.Sum(BytesOf) <= _partBytes ? CommitAsync(records) : CommitEachPartAsync(records);

    private async Task CommitEachPartAsync(List<object> records)
    {
        var (first, bytes) = (0, 0);
        for (var next = 1; next < records.Count; next++)
        {
            bytes += BytesOf(records[next - 1]);
            if (bytes < _partBytes)
                continue;
            await CommitAsync(records[first..next], sync: false);
            Turns.Give();
            (first, bytes) = (next, 0);
        }
        await CommitAsync(records[first..]);
    }

    private static int BytesOf(object record) => record is CheckRecord check ? check.Inputs.Length + check.Answer.Length : UsualBytes;

    private async Task CommitAsync(List<object> records, bool sync = true)
    {
        try
        {
            await _write(records, sync);
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
