using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace OrderCheck.Ledger.Sqlite;

/// <summary>The prepared statements of a file's one writing connection, for as long as it is the same.</summary>
internal sealed class SqlitePreparation : IDisposable
{
    private SqliteStatements? _statements;
    private DbConnection? _connection;

    /// <summary>The file may have opened a new connection since: its statements are new, too.</summary>
    public SqliteStatements Of(DbConnection connection)
    {
        if (_statements is not null && _connection == connection)
            return _statements;
        _statements?.Dispose();
        _connection = connection;
        return _statements = new SqliteStatements((SqliteConnection)connection);
    }

    public void Dispose() => _statements?.Dispose();
}
