namespace OrderCheck.Core.Hospitals;

/// <summary>
/// A zone whose clocks have not been changed for long, as China's since 1991: since then every time has the same offset, and
/// nobody has to look for the rule of its year. A check asks some dozens of times.
/// </summary>
internal sealed class SteadyZone
{
    private static volatile SteadyZone? _last;

    private readonly TimeZoneInfo _zone;
    private readonly long _sinceUtcTicks;
    private readonly TimeSpan _offset;

    private SteadyZone(TimeZoneInfo zone)
    {
        _zone = zone;
        // Two days more than the rule says: its end is a day of the wall clock.
        var changes = zone.GetAdjustmentRules()
            .Where(static rule => rule.DaylightDelta != TimeSpan.Zero || rule.BaseUtcOffsetDelta != TimeSpan.Zero || rule.DaylightTransitionStart != rule.DaylightTransitionEnd)
            .Select(static rule => rule.DateEnd.Date >= DateTime.MaxValue.Date.AddDays(-2) ? DateTime.MaxValue : rule.DateEnd.Date.AddDays(2));
        _sinceUtcTicks = changes.DefaultIfEmpty(DateTime.MinValue.AddDays(2)).Max().Ticks;
        _offset = _sinceUtcTicks >= DateTime.MaxValue.Ticks ? TimeSpan.Zero : zone.GetUtcOffset(new DateTime(_sinceUtcTicks, DateTimeKind.Utc));
    }

    public static SteadyZone Of(TimeZoneInfo zone)
    {
        if (_last is { } last && ReferenceEquals(last._zone, zone))
            return last;
        return _last = new SteadyZone(zone);
    }

    public DateTimeOffset Local(DateTimeOffset at)
    {
        var ticks = at.UtcTicks;
        if (ticks <= _sinceUtcTicks || ticks >= DateTime.MaxValue.Ticks - TimeSpan.TicksPerDay)
            return TimeZoneInfo.ConvertTime(at, _zone);
        return new DateTimeOffset(ticks + _offset.Ticks, _offset);
    }
}
