using Microsoft.Data.Sqlite;
using OrderCheck.Ledger.Commit;
using SQLitePCL;

namespace OrderCheck.Ledger.Sqlite;

/// <summary>Writes a batch in one transaction; a unit that cannot be stored is left out of it.</summary>
internal sealed class SqliteUnitWriter(SqliteFile file) : IUnitWriter, IDisposable
{
    /// <summary>The file has one writer.</summary>
    public int AtOnce => 1;

    private readonly SqlitePreparation _prepared = new();

    public Task CommitAsync(IReadOnlyList<PendingUnit> batch) => file.WriteAsync(connection =>
    {
        var statements = _prepared.Of(connection);
        // A savepoint keeps a copy of every page that is written: they are for the batch in which a key refuses something.
        if (!TryWrite(statements, batch))
        {
            statements.Run("ROLLBACK");
            statements.Run("BEGIN IMMEDIATE");
            foreach (var pending in batch)
                WriteApart(statements, pending);
        }
        return Task.FromResult(true);
    });

    public void Dispose() => _prepared.Dispose();

    /// <summary>False: something of the batch is refused by a key, and the transaction has to be rolled back.</summary>
    private static bool TryWrite(SqliteStatements statements, IReadOnlyList<PendingUnit> batch)
    {
        try
        {
            foreach (var pending in batch)
            {
                var unit = pending.Unit;
                if (Overtaken(statements, unit) is { } overtaken)
                {
                    pending.Will(overtaken);
                    continue;
                }
                SqliteUnitRows.InsertUnit(statements, unit);
                SqliteUnitRows.InsertEntries(statements, unit);
                SqliteUnitRows.InsertIndexes(statements, unit);
                pending.Will(new AppendResult(AppendStatus.Appended, unit.Head));
            }
            return true;
        }
        catch (SqliteException failure) when (StoreErrors.Map(failure) is null)
        {
            return false;
        }
    }

    /// <summary>The unit in a savepoint of its own: what is wrong with it fails it alone.</summary>
    private static void WriteApart(SqliteStatements statements, PendingUnit pending)
    {
        var unit = pending.Unit;
        if (Overtaken(statements, unit) is { } overtaken)
        {
            pending.Will(overtaken);
            return;
        }
        // The unique keys decide, as they do in PostgreSQL: looking for each id before inserting it would cost as much again.
        var onDuplicate = AppendStatus.RequestRepeated;
        statements.Run("SAVEPOINT unit");
        try
        {
            SqliteUnitRows.InsertUnit(statements, unit);
            onDuplicate = AppendStatus.EntityConflict;
            SqliteUnitRows.InsertEntries(statements, unit);
            SqliteUnitRows.InsertIndexes(statements, unit);
            pending.Will(new AppendResult(AppendStatus.Appended, unit.Head));
        }
        // An id and revision that is stored already, or twice in the unit; an encounter that was never opened: this unit's own fault.
        catch (SqliteException failure) when (StoreErrors.Map(failure) is null)
        {
            statements.Run("ROLLBACK TO unit");
            if (failure.SqliteExtendedErrorCode == raw.SQLITE_CONSTRAINT_UNIQUE)
                pending.Will(new AppendResult(onDuplicate, unit.Unit.Expected));
            else
                pending.WillFail(new ArgumentException($"The unit cannot be stored: {failure.Message}", failure));
        }
        statements.Run("RELEASE unit");
    }

    /// <summary>Nobody else writes between this reading and the insertion: the transaction holds the file's write lock.</summary>
    private static AppendResult? Overtaken(SqliteStatements statements, PreparedUnit unit)
    {
        var encounter = unit.Unit.Encounter;
        var head = statements.First(
            "SELECT last_sequence, hash FROM append_unit WHERE encounter = ?1 ORDER BY last_sequence DESC LIMIT 1",
            static row => new LedgerHead(raw.sqlite3_column_int64(row, 0), raw.sqlite3_column_blob(row, 1).ToArray()),
            encounter) ?? new LedgerHead(0, ReadOnlyMemory<byte>.Empty);
        if (head.Sequence == unit.Unit.Expected.Sequence && head.Hash.Span.SequenceEqual(unit.Previous))
            return null;
        var repeated = statements.Any("SELECT 1 FROM append_unit WHERE encounter = ?1 AND request16 = ?2", encounter, unit.Request16);
        return new AppendResult(repeated ? AppendStatus.RequestRepeated : AppendStatus.SequenceConflict, head);
    }
}
