using System.Data.Common;
using Microsoft.Data.Sqlite;
using OrderCheck.Ledger.Commit;

namespace OrderCheck.Ledger.Sqlite;

/// <summary>Writes a batch in one transaction, each unit in a savepoint of its own.</summary>
internal sealed class SqliteUnitWriter(SqliteFile file) : IUnitWriter, IDisposable
{
    private SqliteStatements? _statements;

    public Task CommitAsync(IReadOnlyList<PendingUnit> batch) => file.WriteAsync(connection =>
    {
        var statements = StatementsOf(connection);
        foreach (var pending in batch)
            Write(statements, pending);
        return Task.FromResult(true);
    });

    public void Dispose() => _statements?.Dispose();

    private static void Write(SqliteStatements statements, PendingUnit pending)
    {
        if (Conflict(statements, pending.Unit) is { } conflict)
        {
            pending.Will(conflict);
            return;
        }
        statements.Run("SAVEPOINT unit");
        try
        {
            SqliteUnitRows.Insert(statements, pending.Unit);
            pending.Will(new AppendResult(AppendStatus.Appended, pending.Unit.Head));
        }
        // Two facts of one unit with the same id and revision, an encounter that was never opened: this unit's own fault.
        catch (SqliteException failure) when (StoreErrors.Map(failure) is null)
        {
            statements.Run("ROLLBACK TO unit");
            if (failure.SqliteExtendedErrorCode == SQLitePCL.raw.SQLITE_CONSTRAINT_UNIQUE)
                pending.Will(new AppendResult(AppendStatus.EntityConflict, null));
            else
                pending.WillFail(new ArgumentException($"The unit cannot be stored: {failure.Message}", failure));
        }
        statements.Run("RELEASE unit");
    }

    /// <summary>Nobody else writes between this reading and the insertion: the transaction holds the file's write lock.</summary>
    private static AppendResult? Conflict(SqliteStatements statements, PreparedUnit unit)
    {
        var encounter = unit.Unit.Encounter;
        var head = Head(statements, encounter);
        if (statements.Any("SELECT 1 FROM append_unit WHERE encounter = $1 AND request16 = $2", encounter, unit.Request16))
            return new AppendResult(AppendStatus.RequestRepeated, head);
        if (head.Sequence != unit.Unit.Expected.Sequence || !head.Hash.Span.SequenceEqual(unit.Previous))
            return new AppendResult(AppendStatus.SequenceConflict, head);
        foreach (var entry in unit.Entries)
        {
            if (statements.Any("SELECT 1 FROM entry WHERE encounter = $1 AND id16 = $2 AND revision = $3", encounter, entry.Id16, entry.Revision))
                return new AppendResult(AppendStatus.EntityConflict, head);
        }
        return null;
    }

    private static LedgerHead Head(SqliteStatements statements, long encounter)
    {
        using var reader = statements.Read(
            "SELECT last_sequence, hash FROM append_unit WHERE encounter = $1 ORDER BY last_sequence DESC LIMIT 1", encounter);
        return reader.Read() ? new LedgerHead(reader.GetInt64(0), reader.GetFieldValue<byte[]>(1)) : new LedgerHead(0, ReadOnlyMemory<byte>.Empty);
    }

    /// <summary>The file may have opened a new connection since: its statements are new, too.</summary>
    private SqliteStatements StatementsOf(DbConnection connection)
    {
        if (_statements is null || _statements.Connection != connection)
        {
            _statements?.Dispose();
            _statements = new SqliteStatements((SqliteConnection)connection);
        }
        return _statements;
    }
}
