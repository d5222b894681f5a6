using System.Data.Common;
using System.Globalization;
using OrderCheck.Core.Identity;
using OrderCheck.Ledger.Chain;

namespace OrderCheck.Ledger.Sql;

/// <summary>The ledger's reading, in the SQL that both stores share.</summary>
internal static class LedgerQueries
{
    public static async Task<long?> FindEncounterAsync(DbConnection connection, EncounterKey key) =>
        await connection.FirstAsync(
            "SELECT number FROM encounter WHERE hospital = @hospital AND visit_number = @visit",
            row => (long?)row.GetInt64(0),
            ("@hospital", key.Hospital), ("@visit", key.VisitNumber));

    public static Task<int> InsertEncounterAsync(DbConnection connection, EncounterKey key) =>
        connection.ExecuteAsync(
            "INSERT INTO encounter (hospital, visit_number) VALUES (@hospital, @visit) ON CONFLICT DO NOTHING",
            ("@hospital", key.Hospital), ("@visit", key.VisitNumber));

    public static async Task<string> HospitalOfAsync(DbConnection connection, long encounter) =>
        await connection.FirstAsync(
            "SELECT hospital FROM encounter WHERE number = @encounter", row => row.GetString(0), ("@encounter", encounter))
        ?? throw new ArgumentException($"There is no encounter number {encounter}.", nameof(encounter));

    public static Task<EncounterKey?> FindByAliasAsync(DbConnection connection, string hospital, string mdtrtId) =>
        connection.FirstAsync(
            """
            SELECT e.hospital, e.visit_number FROM alias a JOIN encounter e ON e.number = a.encounter
            WHERE a.hospital = @hospital AND a.mdtrt_id = @mdtrt ORDER BY a.since DESC, a.number DESC LIMIT 1
            """,
            Key,
            ("@hospital", hospital), ("@mdtrt", mdtrtId));

    public static async Task<LedgerHead> HeadAsync(DbConnection connection, long encounter) =>
        await connection.FirstAsync(
            "SELECT last_sequence, hash FROM append_unit WHERE encounter = @encounter ORDER BY last_sequence DESC LIMIT 1",
            row => new LedgerHead(row.GetInt64(0), row.GetBytes(1)),
            ("@encounter", encounter))
        ?? new LedgerHead(0, ReadOnlyMemory<byte>.Empty);

    public static Task<List<(long Sequence, byte[] Body)>> BodiesAsync(DbConnection connection, long encounter, long after, int limit) =>
        connection.QueryAsync(
            "SELECT sequence, body FROM entry WHERE encounter = @encounter AND sequence > @after ORDER BY sequence LIMIT @limit",
            row => (row.GetInt64(0), row.GetBytes(1)),
            ("@encounter", encounter), ("@after", after), ("@limit", limit));

    /// <summary>All stored revisions of these ids, each id's in order.</summary>
    public static Task<List<StoredRevision>> RevisionsAsync(DbConnection connection, long encounter, IReadOnlyList<byte[]> ids)
    {
        var names = ids.Select((_, index) => "@id" + index.ToString(CultureInfo.InvariantCulture)).ToList();
        (string, object?)[] parameters = [("@encounter", encounter), .. names.Zip(ids, (name, id) => (name, (object?)id))];
        return connection.QueryAsync(
            $"SELECT id16, revision, content16, sequence, body FROM entry WHERE encounter = @encounter AND id16 IN ({string.Join(',', names)}) ORDER BY id16, revision",
            row => new StoredRevision(row.GetBytes(0), row.GetInt32(1), row.GetBytes(2), row.GetInt64(3), row.GetBytes(4)),
            parameters);
    }

    public static Task<StoredAnswer?> AnswerAsync(DbConnection connection, long encounter, byte[] request16) =>
        connection.FirstAsync(
            "SELECT request_hash, answer FROM append_unit WHERE encounter = @encounter AND request16 = @request",
            row => new StoredAnswer(row.GetBytes(0), row.GetBytes(1)),
            ("@encounter", encounter), ("@request", request16));

    public static Task<List<EncounterKey>> ChargedAsync(DbConnection connection, string hospital, DateOnly day) =>
        connection.QueryAsync(
            """
            SELECT e.hospital, e.visit_number FROM charged_day d JOIN encounter e ON e.number = d.encounter
            WHERE d.day = @day AND e.hospital = @hospital ORDER BY e.number
            """,
            Key,
            ("@day", StoredTime.ToNumber(day)), ("@hospital", hospital));

    public static Task<List<EncounterKey>> AwaitingAsync(DbConnection connection, int limit) =>
        connection.QueryAsync(
            """
            SELECT e.hospital, e.visit_number FROM awaiting_judgement a JOIN encounter e ON e.number = a.encounter
            ORDER BY a.since, a.encounter LIMIT @limit
            """,
            Key,
            ("@limit", limit));

    public static Task<List<EncounterKey>> PromisesDueAsync(DbConnection connection, DateTimeOffset now, int limit) =>
        connection.QueryAsync(
            """
            SELECT e.hospital, e.visit_number FROM promise_due p JOIN encounter e ON e.number = p.encounter
            WHERE p.due <= @now ORDER BY p.due, p.encounter LIMIT @limit
            """,
            Key,
            ("@now", StoredTime.ToMicros(now)), ("@limit", limit));

    public static async Task<LateBacklog> BacklogAsync(DbConnection connection) =>
        (await connection.FirstAsync(
            "SELECT count(*), min(since) FROM awaiting_judgement",
            row => new LateBacklog(row.GetInt64(0), row.IsDBNull(1) ? null : StoredTime.FromMicros(row.GetInt64(1)))))!;

    public static Task<List<LateRow>> LateAsync(DbConnection connection, string hospital, string doctor, long after, int limit) =>
        connection.QueryAsync(
            """
            SELECT l.number, e.hospital, e.visit_number, l.doctor, l.department, l.judged_at, l.check_id, l.answer
            FROM late l JOIN encounter e ON e.number = l.encounter
            WHERE l.hospital = @hospital AND l.doctor = @doctor AND l.number > @after ORDER BY l.number LIMIT @limit
            """,
            Late,
            ("@hospital", hospital), ("@doctor", doctor), ("@after", after), ("@limit", limit));

    /// <summary>The list's own index finds its rows: a day's are some hundreds, whatever ward they are of.</summary>
    public static Task<List<WorkRow>> WorkAsync(DbConnection connection, string hospital, string list, string? ward, long after, int limit)
    {
        (string, object?)[] parameters = [("@hospital", hospital), ("@list", list), ("@after", after), ("@limit", limit)];
        return connection.QueryAsync(
            $"""
            SELECT w.number, e.hospital, e.visit_number, w.list, w.ward, w.judged_at, w.check_id, w.answer
            FROM work w JOIN encounter e ON e.number = w.encounter
            WHERE w.hospital = @hospital AND w.list = @list {(ward is null ? "" : "AND w.ward = @ward")} AND w.number > @after
            ORDER BY w.number LIMIT @limit
            """,
            Work,
            ward is null ? parameters : [.. parameters, ("@ward", ward)]);
    }

    private static LateRow Late(DbDataReader row) => new(
        row.GetInt64(0), new EncounterKey(row.GetString(1), row.GetString(2)), row.GetString(3), row.GetString(4),
        StoredTime.FromMicros(row.GetInt64(5)), row.GetString(6), row.GetBytes(7));

    private static WorkRow Work(DbDataReader row) => new(
        row.GetInt64(0), new EncounterKey(row.GetString(1), row.GetString(2)), row.GetString(3), row.GetString(4),
        StoredTime.FromMicros(row.GetInt64(5)), row.GetString(6), row.GetBytes(7));

    private static EncounterKey Key(DbDataReader row) => new(row.GetString(0), row.GetString(1));
}
