using Microsoft.Extensions.Logging;
using Npgsql;
using OrderCheck.Ledger.Commit;

namespace OrderCheck.Ledger.Postgres;

/// <summary>
/// Writes a batch with BEGIN and COMMIT in one round trip, so that a silo paused half-way holds nobody's locks: plain units together (see
/// append_batch), the others, and plain ones of which one could not be appended, each in a savepoint of its own (see append_one). Units go
/// in the order of their encounters: two silos meet, they do not deadlock.
/// </summary>
internal sealed class PostgresUnitWriter(PostgresGate gate, ILogger logger) : IUnitWriter
{
    /// <summary>One alone is as well served alone.</summary>
    private const int FewestTogether = 2;

    /// <summary>One is in the database's processor while the other waits for its disk.</summary>
    public int AtOnce => PostgresGate.AppendsAtOnce;

    public async Task CommitAsync(IReadOnlyList<PendingUnit> batch)
    {
        PendingUnit[] units = [.. batch.OrderBy(pending => pending.Unit.Unit.Encounter)];
        PendingUnit[] plain = [.. units.Where(pending => PostgresUnitCommand.IsPlain(pending.Unit))];
        if (plain.Length < FewestTogether)
        {
            await WriteEachAsync([], units);
            return;
        }
        if (await WriteEachAsync(plain, [.. units.Except(plain)]))
            return;
        try
        {
            await WriteEachAsync([], plain);
        }
        // Whatever it was: the others of the batch are on disk, and what failed is not theirs.
        catch (Exception failure)
        {
            foreach (var pending in plain)
                pending.WillFail(failure);
        }
    }

    /// <returns>False where those that are to be appended together have not been, and are to be appended each for itself.</returns>
    private async Task<bool> WriteEachAsync(PendingUnit[] together, PendingUnit[] units)
    {
        try
        {
            return await WriteAsync(together, units);
        }
        // A lock, a deadlock or a bad value that one unit met has undone the whole transaction; the others have a right to be written.
        catch (Exception failure) when (together.Length + units.Length > 1 && OneUnitsOwn(failure))
        {
            LedgerLog.BatchRetriedSingly(logger, together.Length + units.Length, (failure as LedgerUnavailableException)?.Reason ?? failure.GetType().Name);
            await WriteSinglyAsync([.. together, .. units]);
            return true;
        }
    }

    private async Task WriteSinglyAsync(IReadOnlyList<PendingUnit> batch)
    {
        foreach (var pending in batch)
        {
            try
            {
                await WriteAsync([], [pending]);
            }
            catch (Exception failure) when (OneUnitsOwn(failure))
            {
                pending.WillFail(failure);
            }
        }
    }

    private static bool OneUnitsOwn(Exception failure) =>
        failure is PostgresException or LedgerUnavailableException { Reason: LedgerUnavailableException.Locked };

    /// <returns>False where those that are to be appended together have not been.</returns>
    private Task<bool> WriteAsync(PendingUnit[] together, PendingUnit[] units) =>
        gate.AppendAsync(
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
                if (together.Length > 0)
                    batch.BatchCommands.Add(PostgresUnitCommand.ForAll([.. together.Select(pending => pending.Unit)]));
                batch.BatchCommands.Add(new NpgsqlBatchCommand("COMMIT"));
                await using var reader = await batch.ExecuteReaderAsync();
                foreach (var pending in units)
                {
                    await reader.ReadAsync();
                    Decide(pending, reader);
                    await reader.NextResultAsync();
                }
                var all = together.Length == 0 || await AllAsync(together, reader);
                // Up to the answer to COMMIT: its failure would be thrown here.
                while (await reader.NextResultAsync()) { }
                return all;
            });

    private static async Task<bool> AllAsync(PendingUnit[] together, NpgsqlDataReader reader)
    {
        await reader.ReadAsync();
        var all = reader.GetBoolean(0);
        await reader.NextResultAsync();
        if (all)
        {
            foreach (var pending in together)
                pending.Will(new AppendResult(AppendStatus.Appended, pending.Unit.Head));
        }
        return all;
    }

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
