using OrderCheck.Core.Hospitals;
using OrderCheck.Core.Rules.Vocabulary;

namespace OrderCheck.Core.Checks;

/// <summary>The window functions over the timeline of the judged line's item, at the moment of use.</summary>
internal sealed class LineUse : UseFacts
{
    private UseTimeline _timeline = UseTimeline.Empty;
    private long _at;
    private int _day;

    public void Set(UseTimeline timeline, DateTimeOffset at, int day) => (_timeline, _at, _day) = (timeline, at.UtcTicks, day);

    public override decimal OnDay() => _timeline.Sum(_day, _day);

    public override decimal InHours(int hours) => _timeline.Fullest(_at, TimeSpan.FromHours(hours));

    public override decimal InDays(int days) => _timeline.Sum(_day - days + 1, _day);

    public override decimal InWeek()
    {
        var monday = HospitalCalendar.Monday(_day);
        return _timeline.Sum(monday, monday + 6);
    }

    public override decimal InMonth()
    {
        var day = DateOnly.FromDayNumber(_day);
        var first = new DateOnly(day.Year, day.Month, 1).DayNumber;
        return _timeline.Sum(first, first + DateTime.DaysInMonth(day.Year, day.Month) - 1);
    }

    public override decimal InStay() => _timeline.Total;

    public override int DistinctDays() => _timeline.Days.Length;

    public override int DistinctDaysIn(int days)
    {
        var count = 0;
        foreach (var use in _timeline.Days)
        {
            if (use.Day > _day - days && use.Day <= _day)
                count++;
        }
        return count;
    }

    public override int SpanDays()
    {
        var days = _timeline.Days;
        return days.Length == 0 || days[0].Day > _day ? 1 : _day - days[0].Day + 1;
    }

    public override int? DaysSinceLast()
    {
        int? last = null;
        foreach (var use in _timeline.Days)
        {
            if (use.Day < _day)
                last = _day - use.Day;
        }
        return last;
    }
}
