using System.Data.Common;
using System.Globalization;
using OrderCheck.Ledger.Chain;
using OrderCheck.Ledger.Relay;

namespace OrderCheck.Ledger.Sql;

/// <summary>The relay's tables in the SQL that both stores share.</summary>
/// <param name="alone">No other process works on the store.</param>
internal sealed class SqlRelayStore(ISqlGate gate, bool alone) : IRelayStore
{
    private readonly DispositionTable _dispositions = new(gate);

    public Task KeepIdsAsync(string hospital, IReadOnlyCollection<RelayedId> ids, DateTimeOffset at) =>
        ids.Count == 0 ? Task.CompletedTask : gate.WriteAsync(async connection =>
        {
            foreach (var id in ids)
                await connection.ExecuteAsync(
                    """
                    INSERT INTO bureau_id (hospital, shown_id, bureau_id, kept_at) VALUES (@hospital, @shown, @bureau, @at)
                    ON CONFLICT DO NOTHING
                    """,
                    ("@hospital", hospital), ("@shown", id.Shown), ("@bureau", id.Bureau), ("@at", StoredTime.ToMicros(at)));
            return true;
        });

    public async Task<IReadOnlyList<RelayedId>> FindIdsAsync(string hospital, IReadOnlyCollection<string> shown, CancellationToken cancellation)
    {
        if (shown.Count == 0)
            return [];
        var (names, parameters) = Listed(shown);
        return await gate.ReadAsync(
            connection => connection.QueryAsync(
                $"SELECT shown_id, bureau_id FROM bureau_id WHERE hospital = @hospital AND shown_id IN ({names}) ORDER BY shown_id, bureau_id",
                row => new RelayedId(row.GetString(0), row.GetString(1)),
                [("@hospital", hospital), .. parameters]),
            cancellation);
    }

    public Task<int> KeepDispositionsAsync(IReadOnlyCollection<ToldDisposition> told, DateTimeOffset at) => _dispositions.KeepAsync(told, at);

    public Task<IReadOnlyList<DueDisposition>> ClaimDispositionsAsync(DateTimeOffset now, DateTimeOffset until, int limit) =>
        _dispositions.ClaimAsync(now, until, limit);

    public Task<int> BeginAsync(DateTimeOffset now) => alone ? _dispositions.MakeDueAsync(now) : Task.FromResult(0);

    public Task SettleAsync(IReadOnlyCollection<DueDisposition> dispositions, DispositionOutcome outcome) =>
        _dispositions.SettleAsync(dispositions, outcome);

    public Task PostponeAsync(IReadOnlyCollection<DueDisposition> dispositions, DateTimeOffset until) =>
        _dispositions.PostponeAsync(dispositions, until);

    public Task<DispositionBacklog> ReadBacklogAsync(CancellationToken cancellation) => _dispositions.BacklogAsync(cancellation);

    public Task<long> AwaitLateAsync(string hospital, string visitNumber, DateTimeOffset at) =>
        gate.WriteAsync(connection => connection.FirstAsync(
            "INSERT INTO bureau_late (hospital, visit_number, rows, arrived_at) VALUES (@hospital, @visit, @rows, @at) RETURNING number",
            row => row.GetInt64(0),
            ("@hospital", hospital), ("@visit", visitNumber), ("@rows", Array.Empty<byte>()), ("@at", StoredTime.ToMicros(at))));

    public Task KeepLateAsync(string hospital, string visitNumber, ReadOnlyMemory<byte> rows, DateTimeOffset at) =>
        gate.WriteAsync(connection => connection.ExecuteAsync(
            "INSERT INTO bureau_late (hospital, visit_number, rows, arrived_at) VALUES (@hospital, @visit, @rows, @at)",
            ("@hospital", hospital), ("@visit", visitNumber), ("@rows", rows.ToArray()), ("@at", StoredTime.ToMicros(at))));

    public async Task<IReadOnlyList<LateRows>> ListLateAsync(
        string hospital, IReadOnlyCollection<string> visitNumbers, DateTimeOffset since, CancellationToken cancellation)
    {
        if (visitNumbers.Count == 0)
            return [];
        var (names, parameters) = Listed(visitNumbers);
        return await gate.ReadAsync(
            connection => connection.QueryAsync(
                $"""
                SELECT number, visit_number, rows, arrived_at FROM bureau_late
                WHERE hospital = @hospital AND visit_number IN ({names}) AND delivered_at IS NULL AND arrived_at >= @since ORDER BY number
                """,
                row => new LateRows(row.GetInt64(0), row.GetString(1), row.GetBytes(2), StoredTime.FromMicros(row.GetInt64(3))),
                [("@hospital", hospital), ("@since", StoredTime.ToMicros(since)), .. parameters]),
            cancellation);
    }

    public Task MarkDeliveredAsync(IReadOnlyCollection<long> numbers, DateTimeOffset at) =>
        numbers.Count == 0 ? Task.CompletedTask : gate.WriteAsync(async connection =>
        {
            foreach (var number in numbers)
                await connection.ExecuteAsync(
                    "UPDATE bureau_late SET delivered_at = @at WHERE number = @number AND delivered_at IS NULL",
                    ("@number", number), ("@at", StoredTime.ToMicros(at)));
            return true;
        });

    public Task<int> ForgetAsync(DateTimeOffset before) =>
        gate.WriteAsync(async connection =>
            await ForgetAsync(connection, "DELETE FROM bureau_id WHERE kept_at < @before", before)
            + await ForgetAsync(connection, "DELETE FROM bureau_disposition WHERE told_at < @before AND outcome <> 0", before)
            + await ForgetAsync(connection, "DELETE FROM bureau_late WHERE arrived_at < @before", before));

    private static Task<int> ForgetAsync(DbConnection connection, string sql, DateTimeOffset before) =>
        connection.ExecuteAsync(sql, ("@before", StoredTime.ToMicros(before)));

    private static (string Names, IEnumerable<(string, object?)> Parameters) Listed(IReadOnlyCollection<string> texts)
    {
        var parameters = texts.Select((text, index) => ("@text" + index.ToString(CultureInfo.InvariantCulture), (object?)text)).ToList();
        return (string.Join(',', parameters.Select(parameter => parameter.Item1)), parameters);
    }
}
