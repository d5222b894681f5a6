using Microsoft.Extensions.Logging;
using Npgsql;
using OrderCheck.Ledger.Commit;

namespace OrderCheck.Ledger.Postgres;

/// <summary>
/// Writes a batch with BEGIN and COMMIT in one round trip, so that a silo paused half-way holds nobody's locks, each unit in a
/// savepoint of its own (see append_one). Units go in the order of their encounters: two silos meet, they do not deadlock.
/// </summary>
internal sealed class PostgresUnitWriter(PostgresGate gate, ILogger logger) : IUnitWriter
{
    public async Task CommitAsync(IReadOnlyList<PendingUnit> batch)
    {
        try
        {
            await WriteAsync([.. batch.OrderBy(pending => pending.Unit.Unit.Encounter)]);
        }
        // A lock, a deadlock or a bad value that one unit met has undone the whole batch; the others have a right to be written.
        catch (Exception failure) when (batch.Count > 1 && OneUnitsOwn(failure))
        {
            LedgerLog.BatchRetriedSingly(logger, batch.Count, (failure as LedgerUnavailableException)?.Reason ?? failure.GetType().Name);
            await WriteSinglyAsync(batch);
        }
    }

    private async Task WriteSinglyAsync(IReadOnlyList<PendingUnit> batch)
    {
        foreach (var pending in batch)
        {
            try
            {
                await WriteAsync([pending]);
            }
            catch (Exception failure) when (OneUnitsOwn(failure))
            {
                pending.WillFail(failure);
            }
        }
    }

    private static bool OneUnitsOwn(Exception failure) =>
        failure is PostgresException or LedgerUnavailableException { Reason: LedgerUnavailableException.Locked };

    private Task<bool> WriteAsync(IReadOnlyList<PendingUnit> units) =>
        gate.UseAsync(
            async connection =>
            {
                await using var batch = new NpgsqlBatch(connection);
                batch.BatchCommands.Add(new NpgsqlBatchCommand("BEGIN"));
                foreach (var pending in units)
                {
                    batch.BatchCommands.Add(PostgresUnitCommand.For(pending.Unit));
                    if (pending.Unit.Patients.Count > 0)
                        batch.BatchCommands.Add(PostgresUnitCommand.Mentioning(pending.Unit));
                    if (pending.Unit.Unit.Work.Count > 0)
                        batch.BatchCommands.Add(PostgresUnitCommand.Listing(pending.Unit));
                    if (pending.Unit.Unit.Promises is { } promises)
                        batch.BatchCommands.Add(PostgresUnitCommand.Promising(pending.Unit, promises));
                }
                batch.BatchCommands.Add(new NpgsqlBatchCommand("COMMIT"));
                await using var reader = await batch.ExecuteReaderAsync();
                foreach (var pending in units)
                {
                    await reader.ReadAsync();
                    Decide(pending, reader);
                    await reader.NextResultAsync();
                }
                // Up to the answer to COMMIT: its failure would be thrown here.
                while (await reader.NextResultAsync()) { }
                return true;
            },
            CancellationToken.None);

    private static void Decide(PendingUnit pending, NpgsqlDataReader reader)
    {
        var head = reader.IsDBNull(1) ? null : new LedgerHead(reader.GetInt64(1), reader.GetFieldValue<byte[]>(2));
        switch (reader.GetInt32(0))
        {
            case 0: pending.Will(new AppendResult(AppendStatus.Appended, pending.Unit.Head)); break;
            case 1: pending.Will(new AppendResult(AppendStatus.SequenceConflict, head)); break;
            case 2: pending.Will(new AppendResult(AppendStatus.EntityConflict, head)); break;
            case 3: pending.Will(new AppendResult(AppendStatus.RequestRepeated, head)); break;
            default: pending.WillFail(new ArgumentException("The unit cannot be stored: its encounter was never opened.")); break;
        }
    }
}
