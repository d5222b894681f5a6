using OrderCheck.Ledger.Chain;
using OrderCheck.Ledger.Sql;

namespace OrderCheck.Ledger.Postgres;

/// <summary>Makes the monthly partitions of checks and audit (UTC months) before the first record of a month is written.</summary>
internal sealed class PostgresMonths(PostgresGate gate)
{
    private static readonly string[] Tables = ["check_record", "audit"];
    private readonly HashSet<(int Year, int Month)> _made = [];

    /// <summary>Called by one writer at a time.</summary>
    public async Task PrepareAsync(IReadOnlyList<DateTimeOffset> times)
    {
        foreach (var month in times.Select(time => (time.UtcDateTime.Year, time.UtcDateTime.Month)).Distinct())
        {
            if (_made.Contains(month))
                continue;
            await MakeAsync(month.Year, month.Month);
            _made.Add(month);
        }
    }

    private Task<bool> MakeAsync(int year, int month) => gate.WriteAsync(async connection =>
    {
        var from = new DateTimeOffset(year, month, 1, 0, 0, 0, TimeSpan.Zero);
        var (first, end) = (StoredTime.ToMicros(from), StoredTime.ToMicros(from.AddMonths(1)));
        // Two silos may meet a new month at once.
        await connection.ExecuteAsync("SELECT pg_advisory_xact_lock(7230022)");
        foreach (var table in Tables)
        {
            var name = $"{table}_{year:0000}{month:00}";
            await connection.ExecuteAsync($"CREATE TABLE IF NOT EXISTS {name} PARTITION OF {table} FOR VALUES FROM ({first}) TO ({end})");
        }
        return true;
    });
}
