using System.Data.Common;
using OrderCheck.Core.Encounters;
using OrderCheck.Core.Identity;
using OrderCheck.Ledger.Chain;

namespace OrderCheck.Ledger.Sql;

/// <summary>The chain, in the SQL that both stores share.</summary>
/// <param name="begin">Begins a transaction that sees the store as it is at one moment.</param>
internal sealed class SqlChain(ISqlGate gate, string begin) : IChain
{
    /// <summary>So many units are in memory at once.</summary>
    private const int Page = 50;

    public Task<long> CountEncountersAsync(CancellationToken cancellation) =>
        gate.ReadAsync(connection => connection.FirstAsync("SELECT count(*) FROM encounter", row => row.GetInt64(0)), cancellation);

    public async Task<IReadOnlyList<long>> ListEncountersAsync(long after, int limit, CancellationToken cancellation) =>
        await gate.ReadAsync(
            connection => connection.QueryAsync(
                "SELECT number FROM encounter WHERE number > @after ORDER BY number LIMIT @limit", row => row.GetInt64(0), ("@after", after), ("@limit", limit)),
            cancellation);

    public Task<ChainReading> ReadAsync(long encounter, CancellationToken cancellation) => gate.ReadAsync(
        async connection =>
        {
            await connection.ExecuteAsync(begin);
            try
            {
                return await WalkAsync(connection, encounter);
            }
            finally
            {
                await connection.ExecuteAsync("ROLLBACK");
            }
        },
        cancellation);

    public async Task<IReadOnlyList<ChainMark>> ListHeadsAsync(DateTimeOffset since, CancellationToken cancellation) =>
        await gate.ReadAsync(
            connection => connection.QueryAsync(
                """
                SELECT u.encounter, e.hospital, e.visit_number, u.last_sequence, u.hash
                FROM append_unit u JOIN encounter e ON e.number = u.encounter
                WHERE u.recorded_at >= @since
                  AND NOT EXISTS (SELECT 1 FROM append_unit n WHERE n.encounter = u.encounter AND n.last_sequence > u.last_sequence)
                """,
                row => new ChainMark(row.GetInt64(0), new EncounterKey(row.GetString(1), row.GetString(2)), row.GetInt64(3), row.GetBytes(4)),
                ("@since", StoredTime.ToMicros(since))),
            cancellation);

    public async Task<IReadOnlyList<ChainPlace>> FindAsync(IReadOnlyList<(long Encounter, long Sequence)> places, CancellationToken cancellation) =>
        await gate.ReadAsync(
            async connection =>
            {
                var found = new List<ChainPlace>(places.Count);
                foreach (var (encounter, sequence) in places)
                    found.Add(await PlaceAsync(connection, encounter, sequence));
                return found;
            },
            cancellation);

    private static async Task<ChainPlace> PlaceAsync(DbConnection connection, long encounter, long sequence) =>
        await connection.FirstAsync(
            """
            SELECT e.hospital, e.visit_number, u.hash,
              (SELECT l.last_sequence FROM append_unit l WHERE l.encounter = e.number ORDER BY l.last_sequence DESC LIMIT 1)
            FROM encounter e LEFT JOIN append_unit u ON u.encounter = e.number AND u.last_sequence = @sequence
            WHERE e.number = @encounter
            """,
            row => new ChainPlace(
                new EncounterKey(row.GetString(0), row.GetString(1)),
                row.IsDBNull(3) ? 0 : row.GetInt64(3),
                row.IsDBNull(2) ? default(ReadOnlyMemory<byte>?) : new ReadOnlyMemory<byte>(row.GetBytes(2))),
            ("@encounter", encounter), ("@sequence", sequence))
        ?? new ChainPlace(null, 0, null);

    private static async Task<ChainReading> WalkAsync(DbConnection connection, long encounter)
    {
        var walk = new ChainWalk(encounter);
        while (true)
        {
            var units = await UnitsAsync(connection, encounter, walk.Last);
            foreach (var unit in units)
                walk.Add(unit, await EntriesAsync(connection, encounter, unit));
            if (units.Count < Page)
                break;
        }
        walk.End(await connection.FirstAsync(
            "SELECT count(*) FROM entry WHERE encounter = @encounter AND sequence > @last",
            row => row.GetInt64(0),
            ("@encounter", encounter), ("@last", walk.Last)));
        return new ChainReading(walk.Units, walk.Entries, walk.Damages);
    }

    private static Task<List<StoredUnit>> UnitsAsync(DbConnection connection, long encounter, long after) =>
        connection.QueryAsync(
            """
            SELECT first_sequence, last_sequence, request16, request_hash, answer, recorded_at, previous_hash, hash
            FROM append_unit WHERE encounter = @encounter AND last_sequence > @after ORDER BY last_sequence LIMIT @limit
            """,
            row => new StoredUnit(
                row.GetInt64(0), row.GetInt64(1), row.GetBytes(2), row.GetBytes(3), row.GetBytes(4), row.GetInt64(5), row.GetBytes(6), row.GetBytes(7)),
            ("@encounter", encounter), ("@after", after), ("@limit", Page));

    private static Task<List<Entry>> EntriesAsync(DbConnection connection, long encounter, StoredUnit unit) =>
        connection.QueryAsync(
            """
            SELECT sequence, kind, id16, revision, content16, body FROM entry
            WHERE encounter = @encounter AND sequence BETWEEN @first AND @last ORDER BY sequence
            """,
            row => new Entry(row.GetInt64(0), (EntityKind)row.GetInt32(1), row.GetBytes(2), row.GetInt32(3), row.GetBytes(4), row.GetBytes(5)),
            ("@encounter", encounter), ("@first", unit.First), ("@last", unit.Last));
}
