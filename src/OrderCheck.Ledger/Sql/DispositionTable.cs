using System.Data.Common;
using OrderCheck.Ledger.Chain;
using OrderCheck.Ledger.Relay;

namespace OrderCheck.Ledger.Sql;

/// <summary>Dispositions on their way to the bureaus.</summary>
internal sealed class DispositionTable(ISqlGate gate)
{
    private const string Columns = "number, revision, hospital, bureau_id, warn_type, dspo_way, reason, envelope, told_at, attempts";

    public Task<int> KeepAsync(IReadOnlyCollection<ToldDisposition> told, DateTimeOffset at) =>
        told.Count == 0 ? Task.FromResult(0) : gate.WriteAsync(async connection =>
        {
            var kept = 0;
            // In one order for all processes, so that no two wait for each other's rows.
            foreach (var one in told.OrderBy(one => one.BureauId, StringComparer.Ordinal))
                kept += await KeepAsync(connection, one, StoredTime.ToMicros(at));
            return kept;
        });

    /// <summary>
    /// The time is asked for again in the outer condition: of two processes that choose the same rows one waits for the other's
    /// commit, and then finds them no longer due.
    /// </summary>
    public async Task<IReadOnlyList<DueDisposition>> ClaimAsync(DateTimeOffset now, DateTimeOffset until, int limit)
    {
        var claimed = await gate.WriteAsync(connection => connection.QueryAsync(
            $"""
            UPDATE bureau_disposition SET next_at = @until
            WHERE outcome = 0 AND next_at <= @now
              AND number IN (SELECT number FROM bureau_disposition WHERE outcome = 0 AND next_at <= @now ORDER BY next_at, number LIMIT @limit)
            RETURNING {Columns}
            """,
            Row,
            ("@now", StoredTime.ToMicros(now)), ("@until", StoredTime.ToMicros(until)), ("@limit", limit)));
        return [.. claimed.OrderBy(one => one.Number)];
    }

    public Task<int> MakeDueAsync(DateTimeOffset now) => gate.WriteAsync(connection => connection.ExecuteAsync(
        "UPDATE bureau_disposition SET next_at = @now WHERE outcome = 0 AND next_at > @now", ("@now", StoredTime.ToMicros(now))));

    public Task SettleAsync(IReadOnlyCollection<DueDisposition> dispositions, DispositionOutcome outcome) =>
        ForEachAsync(
            dispositions,
            (connection, one) => connection.ExecuteAsync(
                "UPDATE bureau_disposition SET outcome = @outcome, attempts = attempts + 1 WHERE number = @number AND revision = @revision",
                ("@number", one.Number), ("@revision", one.Revision), ("@outcome", (int)outcome)));

    public Task PostponeAsync(IReadOnlyCollection<DueDisposition> dispositions, DateTimeOffset until) =>
        ForEachAsync(
            dispositions,
            (connection, one) => connection.ExecuteAsync(
                "UPDATE bureau_disposition SET next_at = @until, attempts = attempts + 1 WHERE number = @number AND revision = @revision",
                ("@number", one.Number), ("@revision", one.Revision), ("@until", StoredTime.ToMicros(until))));

    public async Task<DispositionBacklog> BacklogAsync(CancellationToken cancellation) =>
        (await gate.ReadAsync(
            connection => connection.FirstAsync(
                "SELECT count(*), min(told_at) FROM bureau_disposition WHERE outcome = 0",
                row => new DispositionBacklog(row.GetInt64(0), row.IsDBNull(1) ? null : StoredTime.FromMicros(row.GetInt64(1)))),
            cancellation))!;

    private static Task<int> KeepAsync(DbConnection connection, ToldDisposition told, long at) =>
        connection.ExecuteAsync(
            """
            INSERT INTO bureau_disposition (hospital, bureau_id, warn_type, dspo_way, reason, envelope, told_at, revision, attempts, next_at, outcome)
            VALUES (@hospital, @bureau, @type, @way, @reason, @envelope, @at, 1, 0, @at, 0)
            ON CONFLICT (hospital, bureau_id) DO UPDATE SET warn_type = excluded.warn_type, dspo_way = excluded.dspo_way,
                reason = excluded.reason, envelope = excluded.envelope, told_at = excluded.told_at,
                revision = bureau_disposition.revision + 1, attempts = 0, next_at = excluded.next_at, outcome = 0
            WHERE bureau_disposition.warn_type <> excluded.warn_type OR bureau_disposition.dspo_way <> excluded.dspo_way
                OR bureau_disposition.reason <> excluded.reason
            """,
            ("@hospital", told.Hospital), ("@bureau", told.BureauId), ("@type", told.WarnType), ("@way", told.Way),
            ("@reason", told.Reason), ("@envelope", told.Envelope), ("@at", at));

    private Task ForEachAsync(IReadOnlyCollection<DueDisposition> dispositions, Func<DbConnection, DueDisposition, Task<int>> write) =>
        dispositions.Count == 0 ? Task.CompletedTask : gate.WriteAsync(async connection =>
        {
            foreach (var one in dispositions)
                await write(connection, one);
            return true;
        });

    private static DueDisposition Row(DbDataReader row) => new(
        row.GetInt64(0),
        row.GetInt32(1),
        new ToldDisposition(row.GetString(2), row.GetString(3), row.GetString(4), row.GetString(5), row.GetString(6), row.GetString(7)),
        StoredTime.FromMicros(row.GetInt64(8)),
        row.GetInt32(9));
}
