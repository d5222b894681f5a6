using Microsoft.Data.Sqlite;

namespace OrderCheck.EndToEnd.Servers;

/// <summary>Another process's lock on the embedded ledger, while this lives: the server's writes are refused.</summary>
internal sealed class LedgerLock : IAsyncDisposable
{
    private readonly SqliteConnection _connection;

    private LedgerLock(SqliteConnection connection) => _connection = connection;

    public static async Task<LedgerLock> TakeAsync(string data)
    {
        var connection = new SqliteConnection($"Data Source={Path.Combine(data, "ledger.db")};Pooling=False");
        await connection.OpenAsync();
        await ExecuteAsync(connection, "BEGIN EXCLUSIVE");
        return new LedgerLock(connection);
    }

    public async ValueTask DisposeAsync()
    {
        await ExecuteAsync(_connection, "ROLLBACK");
        await _connection.DisposeAsync();
    }

    private static async Task ExecuteAsync(SqliteConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The statements are these two.
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }
}
