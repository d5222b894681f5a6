using System.Data.Common;
using Npgsql;
using OrderCheck.EndToEnd.Servers;

namespace OrderCheck.EndToEnd.Records;

/// <summary>A database of its own; the tool comes as a user who may read and nothing else.</summary>
internal sealed class PostgresRecord : RecordPlace
{
    private const string Reader = "ordercheck_reader";
    private readonly PostgresProcess _database;

    private PostgresRecord(PostgresProcess database) => _database = database;

    public override string[] ServerOptions => ["--store-postgres", _database.ConnectionString];

    public override string Unprotect => "DROP TRIGGER entry_change ON entry; DROP TRIGGER append_unit_change ON append_unit";

    public static async Task<PostgresRecord> StartAsync()
    {
        var place = new PostgresRecord(await PostgresProcess.StartNewAsync());
        await using var connection = place.Connect();
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand($"CREATE ROLE {Reader} LOGIN; GRANT pg_read_all_data TO {Reader}", connection);
        await command.ExecuteNonQueryAsync();
        return place;
    }

    public override string[] ToolOptions(string data) =>
        ["--data", data, "--store-postgres", new NpgsqlConnectionStringBuilder(_database.ConnectionString) { Username = Reader }.ConnectionString];

    public override DbConnection Ledger(string data) => Connect();

    public override DbConnection Checks(string data) => Connect();

    /// <summary>The database ends, and nobody answers where it was.</summary>
    public Task StopAsync() => _database.StopAsync();

    public override ValueTask DisposeAsync() => _database.DisposeAsync();

    private NpgsqlConnection Connect() => new(_database.ConnectionString + ";Pooling=false");
}
