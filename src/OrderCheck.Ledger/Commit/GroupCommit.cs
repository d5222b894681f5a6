using System.Diagnostics;
using System.Threading.Channels;

namespace OrderCheck.Ledger.Commit;

/// <summary>
/// One writer for many encounters: whatever waits when the last commit ended shares the next one, so that the price of a
/// sync is paid once for all of them. A lone unit does not wait for company. Where a store takes several commits at once, the next one is
/// filled while the last waits for the disk; an encounter's units stay in order, as each is appended when the one before is done.
/// </summary>
internal sealed class GroupCommit : IAsyncDisposable
{
    private readonly Channel<PendingUnit> _queue;
    private readonly IUnitWriter _writer;
    private readonly int _batchUnits;
    private readonly Task _loops;

    public GroupCommit(IUnitWriter writer, int queueUnits, int batchUnits)
    {
        _writer = writer;
        _batchUnits = batchUnits;
        _queue = Channel.CreateBounded<PendingUnit>(new BoundedChannelOptions(queueUnits) { SingleReader = writer.AtOnce == 1 });
        _loops = Task.WhenAll(Enumerable.Range(0, writer.AtOnce).Select(_ => Task.Run(WriteAsync)));
    }

    /// <summary>Ends when the unit is on disk or refused. Waits for a place when the queue is full.</summary>
    public async Task<AppendResult> AppendAsync(PreparedUnit unit)
    {
        using var span = LedgerTelemetry.Source.StartActivity("ordercheck.commit");
        span?.SetTag("ordercheck.commit.entries", unit.Entries.Count);
        var pending = new PendingUnit(unit);
        try
        {
            await _queue.Writer.WriteAsync(pending);
        }
        catch (ChannelClosedException closed)
        {
            throw new LedgerUnavailableException(LedgerUnavailableException.Down, "The store is being closed.", closed);
        }
        return await pending.Done;
    }

    /// <summary>Writes what is queued, then ends.</summary>
    public async ValueTask DisposeAsync()
    {
        _queue.Writer.TryComplete();
        await _loops;
    }

    private async Task WriteAsync()
    {
        var batch = new List<PendingUnit>(_batchUnits);
        while (await _queue.Reader.WaitToReadAsync())
        {
            batch.Clear();
            while (batch.Count < _batchUnits && _queue.Reader.TryRead(out var pending))
                batch.Add(pending);
            await CommitAsync(batch);
        }
    }

    private async Task CommitAsync(List<PendingUnit> batch)
    {
        var began = Stopwatch.GetTimestamp();
        try
        {
            await _writer.CommitAsync(batch);
            foreach (var pending in batch)
                pending.Complete();
            CommitMetrics.Committed(batch, began, failure: null);
        }
        // Whatever it was, the callers must hear of it and the loop must live on: the next append may find the store well again.
        catch (Exception failure)
        {
            foreach (var pending in batch)
                pending.Fail(failure);
            CommitMetrics.Committed(batch, began, failure);
        }
    }
}
