using System.Data.Common;
using Npgsql;

namespace OrderCheck.Ledger.Tests.Places;

/// <summary>A schema of its own, on the server that all tests share or on one of the test's own.</summary>
public sealed class PostgresPlace(Func<Task<string>> newSchema) : StorePlace
{
    private string _connection = "";

    public override async Task PrepareAsync() => _connection = await newSchema();

    /// <summary>Patient about locks, since a busy machine may take half a second for a commit; cases about locks are not.</summary>
    public override StoreOptions Options() =>
        new() { Kind = StoreKind.Postgres, ConnectionString = _connection, LockTimeout = TimeSpan.FromSeconds(20) };

    public override async Task<DbConnection> ConnectAsync()
    {
        var connection = new NpgsqlConnection(_connection + ";Pooling=false");
        await connection.OpenAsync();
        return connection;
    }

    public override Task UnlockAsync() =>
        ExecuteAsync("ALTER TABLE entry DISABLE TRIGGER USER; ALTER TABLE append_unit DISABLE TRIGGER USER");

    public override Task ForgetWorkAsync() => ExecuteAsync(
        """
        DROP TRIGGER late_of_former_version ON late;
        DROP FUNCTION late_is_work;
        DROP PROCEDURE append_work;
        DROP TABLE work;
        DROP TABLE promise_due, bureau_id, bureau_disposition, bureau_late, nhsa_nonce;
        DELETE FROM schema_version WHERE number >= (SELECT number FROM schema_version WHERE name LIKE '%-work.sql')
        """);

    public override string Literal(byte[] bytes) => $"decode('{Convert.ToHexString(bytes)}', 'hex')";

    public override async Task<byte[]> ReadReleaseAsync(string hash) =>
        (await QueryAsync($"SELECT files FROM release_archive WHERE hash = '{hash}'", row => row.GetFieldValue<byte[]>(0)))[0];

    public override Task WriteReleaseAsync(string hash, byte[] blob) => ExecuteAsync(
        $"""
        ALTER TABLE release_archive DISABLE TRIGGER release_archive_change;
        UPDATE release_archive SET files = decode('{Convert.ToHexString(blob)}', 'hex') WHERE hash = '{hash}';
        ALTER TABLE release_archive ENABLE TRIGGER release_archive_change
        """);

    protected override async Task RemoveAsync()
    {
        if (new NpgsqlConnectionStringBuilder(_connection).SearchPath is { Length: > 0 } schema)
            await ExecuteAsync($"DROP SCHEMA {schema} CASCADE");
    }
}
