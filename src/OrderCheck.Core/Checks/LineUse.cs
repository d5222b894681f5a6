using OrderCheck.Core.Hospitals;
using OrderCheck.Core.Rules.Vocabulary;

namespace OrderCheck.Core.Checks;

/// <summary>The window functions over the timeline of the judged line's item, at the moment of use.</summary>
internal sealed class LineUse : UseFacts
{
    private UseTimeline _timeline = UseTimeline.Empty;
    private long _at;
    private int _day;
    private int _planUpTo;

    /// <param name="billed">A charge is judged: what is planned for later days does not count.</param>
    public void Set(UseTimeline timeline, DateTimeOffset at, int day, bool billed) =>
        (_timeline, _at, _day, _planUpTo) = (timeline, at.UtcTicks, day, billed ? day : int.MaxValue);

    public override decimal OnDay() => _timeline.Sum(_day, _day, _planUpTo);

    public override decimal InHours(int hours) => _timeline.Fullest(_at, TimeSpan.FromHours(hours), _planUpTo);

    public override decimal InDays(int days) => _timeline.Sum(_day - days + 1, _day, _planUpTo);

    public override decimal InWeek()
    {
        var monday = HospitalCalendar.Monday(_day);
        return _timeline.Sum(monday, monday + 6, _planUpTo);
    }

    public override decimal InMonth()
    {
        var day = DateOnly.FromDayNumber(_day);
        var first = new DateOnly(day.Year, day.Month, 1).DayNumber;
        return _timeline.Sum(first, first + DateTime.DaysInMonth(day.Year, day.Month) - 1, _planUpTo);
    }

    public override decimal InStay() => _timeline.Sum(0, int.MaxValue, _planUpTo);

    public override int DistinctDays() => CountDays(int.MinValue, int.MaxValue);

    public override int DistinctDaysIn(int days) => CountDays(_day - days + 1, _day);

    public override int SpanDays()
    {
        foreach (ref readonly var use in _timeline.Days)
        {
            if (Used(use))
                return Math.Max(1, _day - use.Day + 1);
        }
        return 1;
    }

    public override int? DaysSinceLast()
    {
        int? last = null;
        foreach (ref readonly var use in _timeline.Days)
        {
            if (use.Day >= _day)
                break;
            if (Used(use))
                last = _day - use.Day;
        }
        return last;
    }

    private int CountDays(int first, int last)
    {
        var count = 0;
        foreach (ref readonly var use in _timeline.Days)
        {
            if (use.Day >= first && use.Day <= last && Used(use))
                count++;
        }
        return count;
    }

    private bool Used(in DayUse use) => use.Billed > 0 || (use.Planned && use.Day <= _planUpTo);
}
