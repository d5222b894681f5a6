using Npgsql;
using OrderCheck.Ledger.Tests.Places;
using Xunit;

[assembly: AssemblyFixture(typeof(SharedPostgres))]

namespace OrderCheck.Ledger.Tests.Places;

/// <summary>
/// One PostgreSQL for all tests: the one that ORDERCHECK_TEST_POSTGRES names, else one of our own, started when the first test
/// asks and stopped at the end. Each test gets a schema of its own in it: a database each would cost a checkpoint each.
/// </summary>
public sealed class SharedPostgres : IAsyncDisposable
{
    private readonly SemaphoreSlim _starting = new(1);
    private PostgresServer? _own;
    private string? _connection;

    /// <summary>A connection string to a new, empty schema; skips the test where there is no PostgreSQL.</summary>
    public async Task<string> NewSchemaAsync()
    {
        var name = "test_" + Guid.NewGuid().ToString("N");
        var server = await ConnectionAsync();
        await using var connection = new NpgsqlConnection(server);
        await connection.OpenAsync();
#pragma warning disable CA2100 // The name is our own.
        await using var command = new NpgsqlCommand($"CREATE SCHEMA {name}", connection);
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
        return new NpgsqlConnectionStringBuilder(server) { SearchPath = name }.ToString();
    }

    public async ValueTask DisposeAsync()
    {
        if (_own is not null)
            await _own.DisposeAsync();
    }

    private async Task<string> ConnectionAsync()
    {
        await _starting.WaitAsync();
        try
        {
            if (_connection is not null)
                return _connection;
            if (Environment.GetEnvironmentVariable("ORDERCHECK_TEST_POSTGRES") is { Length: > 0 } given)
                return _connection = given;
            var programs = PostgresServer.FindPrograms();
            Assert.SkipWhen(programs is null, "PostgreSQL is not installed and ORDERCHECK_TEST_POSTGRES is not set.");
            _own = await PostgresServer.StartNewAsync(programs!);
            return _connection = _own.ConnectionString;
        }
        finally
        {
            _starting.Release();
        }
    }
}
