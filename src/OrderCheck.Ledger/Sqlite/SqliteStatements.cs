using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace OrderCheck.Ledger.Sqlite;

/// <summary>
/// A connection's prepared statements, bound and stepped without the provider's commands in between: for the ledger's one
/// writer, whose inserts are what every acknowledgement waits for.
/// </summary>
internal sealed class SqliteStatements(SqliteConnection connection) : IDisposable
{
    private readonly Dictionary<string, sqlite3_stmt> _prepared = [];

    /// <param name="values">For ?1, ?2 … in order.</param>
    /// <exception cref="SqliteException">As the provider's own commands throw it.</exception>
    public void Run(string sql, params ReadOnlySpan<SqliteValue> values) => First(sql, static _ => true, values);

    /// <summary>What is read of the first row, or the type's default where there is none.</summary>
    public T? First<T>(string sql, Func<sqlite3_stmt, T> read, params ReadOnlySpan<SqliteValue> values)
    {
        var statement = Prepared(sql);
        try
        {
            for (var i = 0; i < values.Length; i++)
                Require(values[i].Bind(statement, i + 1));
            switch (raw.sqlite3_step(statement))
            {
                case raw.SQLITE_DONE: return default;
                case raw.SQLITE_ROW: return read(statement);
                case var failure:
                    SqliteException.ThrowExceptionForRC(failure, connection.Handle);
                    return default;
            }
        }
        finally
        {
            raw.sqlite3_reset(statement);
        }
    }

    public bool Any(string sql, params ReadOnlySpan<SqliteValue> values) => First(sql, static _ => true, values);

    public void Dispose()
    {
        foreach (var statement in _prepared.Values)
            statement.Dispose();
        _prepared.Clear();
    }

    private sqlite3_stmt Prepared(string sql)
    {
        if (!_prepared.TryGetValue(sql, out var statement))
        {
            Require(raw.sqlite3_prepare_v2(connection.Handle, sql, out statement));
            _prepared.Add(sql, statement);
        }
        return statement;
    }

    private void Require(int code)
    {
        if (code != raw.SQLITE_OK)
            SqliteException.ThrowExceptionForRC(code, connection.Handle);
    }
}
