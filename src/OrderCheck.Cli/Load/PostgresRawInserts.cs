using Npgsql;

namespace OrderCheck.Cli.Load;

/// <summary>In a copy of the ledger's table in a schema of its own, in the database that is measured; gone at the end.</summary>
internal sealed class PostgresRawInserts : IRawInserts
{
    private const string Insert =
        """
        INSERT INTO ordercheck_raw.entry (encounter, sequence, kind, id16, revision, content16, body)
        SELECT n.encounter, n.sequence, 1, n.id16, 0, n.content16, n.body FROM unnest($1, $2, $3, $4, $5) AS n (encounter, sequence, id16, content16, body)
        """;

    private readonly NpgsqlConnection _connection;
    private readonly RawRows _rows;

    private PostgresRawInserts(NpgsqlConnection connection, int encounters) => (_connection, _rows) = (connection, new RawRows(encounters));

    public long Count => _rows.Count;

    public static async Task<PostgresRawInserts> OpenAsync(string connectionString, int encounters)
    {
        var text = new NpgsqlConnectionStringBuilder(connectionString) { MaxAutoPrepare = 10, AutoPrepareMinUsages = 1 };
        var connection = new NpgsqlConnection(text.ConnectionString);
        await connection.OpenAsync();
        var raw = new PostgresRawInserts(connection, encounters);
        await raw.RunAsync("DROP SCHEMA IF EXISTS ordercheck_raw CASCADE");
        await raw.RunAsync("CREATE SCHEMA ordercheck_raw");
        await raw.RunAsync("CREATE TABLE ordercheck_raw.encounter (LIKE encounter INCLUDING ALL)");
        await raw.RunAsync("CREATE TABLE ordercheck_raw.entry (LIKE entry INCLUDING ALL)");
        await raw.RunAsync("ALTER TABLE ordercheck_raw.entry ADD FOREIGN KEY (encounter) REFERENCES ordercheck_raw.encounter (number)");
        await raw.RunAsync($"INSERT INTO ordercheck_raw.encounter (hospital, visit_number) SELECT 'raw', n::text FROM generate_series(1, {encounters}) n");
        return raw;
    }

    public async Task CommitAsync()
    {
        var rows = _rows.Next();
        await using var command = new NpgsqlCommand(Insert, _connection);
        command.Parameters.Add(new NpgsqlParameter<long[]> { TypedValue = [.. rows.Select(row => row.Encounter)] });
        command.Parameters.Add(new NpgsqlParameter<long[]> { TypedValue = [.. rows.Select(row => row.Sequence)] });
        command.Parameters.Add(new NpgsqlParameter<byte[][]> { TypedValue = [.. rows.Select(row => row.Id)] });
        command.Parameters.Add(new NpgsqlParameter<byte[][]> { TypedValue = [.. rows.Select(row => row.Content)] });
        command.Parameters.Add(new NpgsqlParameter<byte[][]> { TypedValue = [.. rows.Select(row => row.Body)] });
        await command.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await RunAsync("DROP SCHEMA ordercheck_raw CASCADE");
        await _connection.DisposeAsync();
    }

#pragma warning disable CA2100 // Constants of this class.
    private async Task RunAsync(string sql)
    {
        await using var command = new NpgsqlCommand(sql, _connection);
        await command.ExecuteNonQueryAsync();
    }
#pragma warning restore CA2100
}
