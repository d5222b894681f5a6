using OrderCheck.Core.Charges;
using OrderCheck.Core.Hospitals;
using OrderCheck.Core.Rules.Vocabulary;

namespace OrderCheck.Core.Checks;

/// <summary>The window functions over the timeline of the judged line's item, at the moment of use.</summary>
internal sealed class LineUse(Timelines timelines) : UseFacts
{
    private UseKey _key;
    private UseTimeline? _made;
    private long _at;
    private int _day;
    private int _planUpTo;

    /// <summary>Made when a rule asks: most ask for no window.</summary>
    private UseTimeline Timeline => _made ??= timelines.Of(_key);

    /// <summary>Whose use of what is judged.</summary>
    public UseKey Key => _key;

    /// <summary>The calendar day of use.</summary>
    public int Day => _day;

    /// <summary>The line that is judged next.</summary>
    public void SetLine(UseKey key) => (_key, _made) = (key, null);

    /// <param name="billed">A charge is judged: what is planned for later days does not count.</param>
    public void Set(DateTimeOffset at, int day, bool billed) => (_at, _day, _planUpTo) = (at.UtcTicks, day, billed ? day : int.MaxValue);

    public override decimal OnDay() => Timeline.Sum(_day, _day, _planUpTo);

    public override decimal InHours(int hours) => Timeline.Fullest(_at, TimeSpan.FromHours(hours), _planUpTo);

    public override decimal InDays(int days) => Timeline.Sum(_day - days + 1, _day, _planUpTo);

    public override decimal InWeek()
    {
        var monday = HospitalCalendar.Monday(_day);
        return Timeline.Sum(monday, monday + 6, _planUpTo);
    }

    public override decimal InMonth()
    {
        var day = DateOnly.FromDayNumber(_day);
        var first = new DateOnly(day.Year, day.Month, 1).DayNumber;
        return Timeline.Sum(first, first + DateTime.DaysInMonth(day.Year, day.Month) - 1, _planUpTo);
    }

    public override decimal InStay() => Timeline.Sum(0, int.MaxValue, _planUpTo);

    public override int DistinctDays() => CountDays(int.MinValue, int.MaxValue);

    public override int DistinctDaysIn(int days) => CountDays(_day - days + 1, _day);

    public override int SpanDays()
    {
        foreach (ref readonly var use in Timeline.Days)
        {
            if (Used(use))
                return Math.Max(1, _day - use.Day + 1);
        }
        return 1;
    }

    public override int? DaysSinceLast()
    {
        int? last = null;
        foreach (ref readonly var use in Timeline.Days)
        {
            if (use.Day >= _day)
                break;
            if (Used(use))
                last = _day - use.Day;
        }
        return last;
    }

    /// <summary>On the days from the first to the last, both included.</summary>
    internal decimal Sum(int first, int last) => Timeline.Sum(first, last, _planUpTo);

    /// <summary>Whether something of the item is used on that day.</summary>
    internal bool UsedOn(int day)
    {
        foreach (ref readonly var use in Timeline.Days)
        {
            if (use.Day == day)
                return Used(use);
        }
        return false;
    }

    internal int CountDays(int first, int last)
    {
        var count = 0;
        foreach (ref readonly var use in Timeline.Days)
        {
            if (use.Day >= first && use.Day <= last && Used(use))
                count++;
        }
        return count;
    }

    private bool Used(in DayUse use) => use.Billed > 0 || (use.Planned && use.Day <= _planUpTo);
}
