using System.Data.Common;
using Npgsql;

namespace OrderCheck.Ledger.Tests.Places;

/// <summary>A database of its own, on the server that all tests share or on one of the test's own.</summary>
public sealed class PostgresPlace(Func<Task<string>> newDatabase) : StorePlace
{
    private string _connection = "";

    public override async Task PrepareAsync() => _connection = await newDatabase();

    public override StoreOptions Options() => new() { Kind = StoreKind.Postgres, ConnectionString = _connection };

    public override async Task<DbConnection> ConnectAsync()
    {
        var connection = new NpgsqlConnection(_connection + ";Pooling=false");
        await connection.OpenAsync();
        return connection;
    }

    protected override async Task RemoveAsync()
    {
        if (_connection.Length == 0)
            return;
        var database = new NpgsqlConnectionStringBuilder(_connection);
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(_connection) { Database = "postgres", Pooling = false }.ToString());
        await connection.OpenAsync();
#pragma warning disable CA2100 // The name is our own.
        await using var command = new NpgsqlCommand($"DROP DATABASE {database.Database} WITH (FORCE)", connection);
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }
}
