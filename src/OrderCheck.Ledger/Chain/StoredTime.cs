namespace OrderCheck.Ledger.Chain;

/// <summary>Times as the stores keep them: microseconds since 1970-01-01 UTC, the same number in SQLite and PostgreSQL.</summary>
internal static class StoredTime
{
    public static long ToMicros(DateTimeOffset time) => (time.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond;

    public static DateTimeOffset FromMicros(long micros) => DateTimeOffset.UnixEpoch.AddTicks(micros * TimeSpan.TicksPerMicrosecond);

    /// <summary>The day as yyyymmdd.</summary>
    public static int ToNumber(DateOnly day) => (day.Year * 10_000) + (day.Month * 100) + day.Day;
}
