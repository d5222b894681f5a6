using System.Data.Common;
using Microsoft.Extensions.Logging;
using OrderCheck.Core.Checks;
using OrderCheck.Core.Identity;
using OrderCheck.Ledger.Chain;
using OrderCheck.Ledger.Checks;

namespace OrderCheck.Ledger.Sql;

/// <summary>Checks and audit in tables of their own, in the SQL that both stores share.</summary>
/// <param name="prepare">Makes room for records of these times before they are written, e.g. a month's partition.</param>
/// <param name="insert">Writes <see cref="CheckRecord"/>s, <see cref="AuditRecord"/>s and <see cref="RuleCount"/>s.</param>
/// <param name="partBytes">See <see cref="RecordQueue"/>.</param>
internal sealed class SqlCheckStore(
    ISqlGate gate, Func<IReadOnlyList<DateTimeOffset>, Task> prepare, Func<DbConnection, IReadOnlyList<object>, Task> insert, StoreOptions options,
    ILogger logger, int partBytes = int.MaxValue) : ICheckStore, IAsyncDisposable
{
    private readonly RecordQueue _queue = new(options.CheckQueue, (records, sync) => WriteAsync(gate, prepare, insert, records, sync), logger, partBytes);

    public long Dropped => _queue.Dropped;

    public bool RecordCheck(CheckRecord check) => _queue.TryAdd(check);

    public bool RecordAudit(AuditRecord audit) => _queue.TryAdd(audit);

    public bool RecordRuleCount(RuleCount count) => _queue.TryAdd(count);

    public Task FlushAsync(CancellationToken cancellation) => _queue.FlushAsync(cancellation);

    public async Task<CheckRecord?> FindAsync(string hospital, string checkId, CancellationToken cancellation)
    {
        if (await ReadAsync(hospital, checkId, cancellation) is { } stored)
            return stored;
        await _queue.FlushAsync(cancellation);
        return await ReadAsync(hospital, checkId, cancellation);
    }

    public async Task<IReadOnlyList<AuditRecord>> ListAuditAsync(
        string hospital, DateTimeOffset from, DateTimeOffset to, int limit, CancellationToken cancellation)
    {
        await _queue.FlushAsync(cancellation);
        return await gate.ReadAsync(
            connection => connection.QueryAsync(
                """
                SELECT at, role, department, person, key_id, operation, subject, outcome FROM audit
                WHERE hospital = @hospital AND at >= @from AND at < @to ORDER BY at LIMIT @limit
                """,
                row => new AuditRecord(
                    StoredTime.FromMicros(row.GetInt64(0)),
                    new Caller(hospital, (Role)row.GetInt32(1), row.GetString(2), row.GetString(3)),
                    row.GetString(4), row.GetString(5), row.GetString(6), row.GetString(7)),
                ("@hospital", hospital), ("@from", StoredTime.ToMicros(from)), ("@to", StoredTime.ToMicros(to)), ("@limit", limit)),
            cancellation);
    }

    public async Task<IReadOnlyList<RuleCount>> ListRuleCountsAsync(string hospital, DateOnly from, DateOnly to, CancellationToken cancellation)
    {
        await _queue.FlushAsync(cancellation);
        return await gate.ReadAsync(
            connection => connection.QueryAsync(
                """
                SELECT rule, shadow, input, CAST(SUM(times) AS BIGINT) FROM rule_count
                WHERE hospital = @hospital AND day >= @from AND day <= @to GROUP BY rule, shadow, input ORDER BY rule, shadow, input
                """,
                row => new RuleCount(hospital, from, row.GetString(0), row.GetInt32(1) != 0, row.GetString(2), row.GetInt64(3)),
                ("@hospital", hospital), ("@from", from.DayNumber), ("@to", to.DayNumber)),
            cancellation);
    }

    public ValueTask DisposeAsync() => _queue.DisposeAsync();

    private Task<CheckRecord?> ReadAsync(string hospital, string checkId, CancellationToken cancellation) =>
        gate.ReadAsync(
            connection => connection.FirstAsync(
                """
                SELECT visit_number, stage, evaluated_at, role, department, person, inputs, answer FROM check_record
                WHERE hospital = @hospital AND check_id = @id ORDER BY evaluated_at DESC LIMIT 1
                """,
                row => new CheckRecord
                {
                    CheckId = checkId,
                    Encounter = new EncounterKey(hospital, row.GetString(0)),
                    Stage = (Stage)row.GetInt32(1),
                    EvaluatedAt = StoredTime.FromMicros(row.GetInt64(2)),
                    By = new Caller(hospital, (Role)row.GetInt32(3), row.GetString(4), row.GetString(5)),
                    Inputs = row.GetBytes(6),
                    Answer = row.GetBytes(7),
                },
                ("@hospital", hospital), ("@id", checkId)),
            cancellation);

    private static async Task WriteAsync(
        ISqlGate gate, Func<IReadOnlyList<DateTimeOffset>, Task> prepare, Func<DbConnection, IReadOnlyList<object>, Task> insert, IReadOnlyList<object> records, bool sync)
    {
        await prepare([.. records.OfType<CheckRecord>().Select(check => check.EvaluatedAt), .. records.OfType<AuditRecord>().Select(audit => audit.At)]);
        await gate.WriteAsync(async connection =>
        {
            await insert(connection, records);
            return true;
        }, sync);
    }
}
