using OrderCheck.Core.Catalogue;
using OrderCheck.Core.Hospitals;

namespace OrderCheck.Core.Orders;

/// <summary>When an order is carried out. Executions of a day are spread from its first one to midnight, so that a day has as many as the frequency says.</summary>
internal static class ExecutionTimes
{
    /// <summary>The longest course that a HIS may order, in days.</summary>
    public const int LongestDays = 366;

    /// <summary>More than a quarter of hourly executions: beyond that an order is looked at up to here.</summary>
    public const int Most = 2400;

    /// <summary>The executions' moments in order.</summary>
    /// <param name="frequency">Null: once; once a day where the order runs over days.</param>
    /// <param name="today">What an open long-term order is expanded for.</param>
    /// <param name="capped">Whether executions beyond <see cref="Most"/> were left out.</param>
    public static IReadOnlyList<DateTimeOffset> Of(Order order, Frequency? frequency, TimeZoneInfo zone, DateOnly today, out bool capped)
    {
        capped = false;
        var open = order is { LongTerm: true, Days: null, EndAt: null };
        var startDay = zone.Day(order.StartAt);
        var days = Days(order, startDay, zone, today, open);
        if (frequency is { PeriodDays: 0, EveryHours: null } || (frequency is null && days == 1 && !open))
            return [order.StartAt];

        var times = new List<DateTimeOffset>();
        var firstDay = open && today > startDay ? today : startDay;
        var lastDay = startDay.AddDays(days - 1);
        foreach (var at in frequency?.EveryHours is { } hours
            ? Hourly(order.StartAt, hours, firstDay, lastDay, zone)
            : Daily(order.StartAt, frequency?.Times ?? 1, Math.Max(1, frequency?.PeriodDays ?? 1), startDay, firstDay, lastDay, zone))
        {
            if (order.EndAt is { } end && at >= end && times.Count > 0)
                break;
            if (times.Count == Most)
            {
                capped = true;
                break;
            }
            times.Add(at);
        }
        return times;
    }

    private static int Days(Order order, DateOnly startDay, TimeZoneInfo zone, DateOnly today, bool open)
    {
        if (order.Days is { } days)
            return Math.Clamp(days, 1, LongestDays);
        if (open)
            return Math.Max(1, today.DayNumber - startDay.DayNumber + 1);
        if (order is { EndAt: { } end } && (order.LongTerm || order.Frequency is not null))
            return Math.Clamp(zone.DayNumber(end) - startDay.DayNumber + 1, 1, LongestDays);
        return 1;
    }

    private static IEnumerable<DateTimeOffset> Hourly(DateTimeOffset start, int hours, DateOnly firstDay, DateOnly lastDay, TimeZoneInfo zone)
    {
        // An open order of long ago begins with the first day that matters, still in its own rhythm.
        var from = zone.At(firstDay, TimeOnly.MinValue);
        var skipped = from > start ? (long)Math.Ceiling((from - start).TotalHours / hours) : 0;
        var end = zone.At(lastDay.AddDays(1), TimeOnly.MinValue);
        for (var at = start.AddHours(skipped * hours); at < end; at = at.AddHours(hours))
            yield return at;
    }

    private static IEnumerable<DateTimeOffset> Daily(
        DateTimeOffset start, int times, int periodDays, DateOnly startDay, DateOnly firstDay, DateOnly lastDay, TimeZoneInfo zone)
    {
        var clock = TimeOnly.FromDateTime(zone.Local(start).DateTime);
        var toMidnight = TimeSpan.FromDays(1) - clock.ToTimeSpan();
        for (var day = firstDay; day <= lastDay; day = day.AddDays(1))
        {
            var count = OnDayOfPeriod((day.DayNumber - startDay.DayNumber) % periodDays, times, periodDays);
            var first = day == startDay ? start : zone.At(day, clock);
            for (var i = 0; i < count; i++)
                yield return first + toMidnight / count * i;
        }
    }

    /// <summary>Executions on one day of a period: 2 in 7 days are on its days 0 and 3, 2 in 1 day both on day 0.</summary>
    private static int OnDayOfPeriod(int dayOfPeriod, int times, int periodDays)
    {
        var count = 0;
        for (var i = 0; i < times; i++)
        {
            if (i * periodDays / times == dayOfPeriod)
                count++;
        }
        return count;
    }
}
