using OrderCheck.Core.Hospitals;

namespace OrderCheck.Core.Checks;

/// <summary>A span of time around a use, in UTC ticks: after the first, up to and with the second.</summary>
internal readonly record struct UseWindow(long After, long UpTo)
{
    /// <param name="day">The calendar day of <paramref name="at"/>.</param>
    /// <param name="days">The N of 前后N天.</param>
    /// <exception cref="ArgumentException">The word is no window.</exception>
    public static UseWindow Of(string word, DateTimeOffset at, int day, int days, TimeZoneInfo zone) => word switch
    {
        "单日" => OfDays(day, day, zone),
        "前后N天" => OfDays(day - days, day + days, zone),
        "单次就诊" => new(long.MinValue, long.MaxValue),
        "同一小时" => OfHour(at, zone),
        // 6小时内 includes the sixth hour's end (民法典 第一千二百五十九条: 以内包括本数).
        "6小时" => new(at.UtcTicks - TimeSpan.FromHours(6).Ticks - 1, at.UtcTicks + TimeSpan.FromHours(6).Ticks),
        _ => throw new ArgumentException($"'{word}' is no window of a pair."),
    };

    public bool Holds(long at) => at > After && at <= UpTo;

    private static UseWindow OfDays(int first, int last, TimeZoneInfo zone) => new(Midnight(first, zone) - 1, Midnight(last + 1, zone) - 1);

    /// <summary>The hour as the clock on the wall strikes it: hourly services are billed so.</summary>
    private static UseWindow OfHour(DateTimeOffset at, TimeZoneInfo zone)
    {
        var begin = at.UtcTicks - (zone.Local(at).TimeOfDay.Ticks % TimeSpan.TicksPerHour);
        return new(begin - 1, begin + TimeSpan.TicksPerHour - 1);
    }

    private static long Midnight(int day, TimeZoneInfo zone) => zone.At(DateOnly.FromDayNumber(day), TimeOnly.MinValue).UtcTicks;
}
