using OrderCheck.Core.Charges;
using OrderCheck.Core.Hospitals;
using OrderCheck.Core.Knowledge;
using OrderCheck.Core.Patients;
using OrderCheck.Core.Rules.Vocabulary;

namespace OrderCheck.Core.Checks;

/// <summary>The window functions over what the row that is applied counts, at the moment of use.</summary>
/// <param name="counted">What rows count that share a limit, or count yuan or doses.</param>
internal sealed class LineUse(Timelines timelines, CountedUses counted) : UseFacts
{
    private UseKey _key;
    private UseTimeline? _own;
    private CountedLimit? _row;
    private long _at;
    private int _day;
    private int _planUpTo;

    /// <summary>Made when a rule asks: most ask for no window.</summary>
    private UseTimeline Own => _own ??= timelines.Of(_key);

    private UseTimeline Timeline => _row is { CountsItemAlone: false } row ? counted.Of(_key, row) : Own;

    /// <summary>Whose use of what is judged.</summary>
    public UseKey Key => _key;

    /// <summary>The calendar day of use.</summary>
    public int Day => _day;

    /// <summary>The line that is judged next.</summary>
    public void SetLine(UseKey key) => (_key, _own, _row) = (key, null, null);

    /// <summary>The row that is applied next; one that counts nothing leaves the item itself.</summary>
    public void Set(KnowledgeRow row) => _row = row as CountedLimit;

    /// <param name="billed">A charge is judged: what is planned for later days does not count.</param>
    public void Set(DateTimeOffset at, int day, bool billed) => (_at, _day, _planUpTo) = (at.UtcTicks, day, billed ? day : int.MaxValue);

    public override decimal? OnDay() => Sum(Timeline, _day, _day);

    public override decimal? InHours(int hours) =>
        Timeline is var timeline && (!timeline.Incomplete || KnownPart) ? timeline.Fullest(_at, TimeSpan.FromHours(hours), _planUpTo) : null;

    public override decimal? InDays(int days) =>
        Timeline is var timeline && (!timeline.Incomplete || KnownPart) ? timeline.FullestDays(_day, days, _planUpTo) : null;

    public override decimal? InWeek() => InWindow("周", 0);

    public override decimal? InMonth() => InWindow("月", 0);

    public override decimal? InYear() => InWindow("年", 0);

    public override decimal? EarlierInYear()
    {
        var (first, last) = Bounds("年", 0);
        return counted.Earlier(_key, _row, first, last);
    }

    public override decimal? InStay() => Sum(Timeline, 0, int.MaxValue);

    public override decimal? UpToDay() => Sum(Timeline, 0, _day);

    public override decimal? InWindow(string window, int days)
    {
        var (first, last) = Bounds(window, days);
        return Sum(Timeline, first, last);
    }

    public override decimal OfPerItem(string window, int days)
    {
        if (_row is not FrequencyLimit { PerItem: { } item } row)
            return 0;
        var (first, last) = Bounds(window, days);
        return counted.Of(_key, row, item).Sum(first, last, _planUpTo);
    }

    public override int DistinctDays() => CountDays(Timeline, int.MinValue, int.MaxValue);

    public override int DistinctDaysIn(int days) => CountDays(Timeline, _day - days + 1, _day);

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
    internal decimal? Sum(int first, int last) => Sum(Timeline, first, last);

    /// <summary>The same of the patient's other encounters.</summary>
    internal decimal? Elsewhere(int first, int last) => counted.Earlier(_key, _row, first, last);

    /// <summary>The days on which the patient's other encounters used what the row counts.</summary>
    internal HashSet<int> DaysElsewhere(PatientHistory known, int first, int last) => CountedUses.EarlierDays(known, _key.ItemCode, _row, first, last);

    /// <summary>Whether something of what the row counts is used on that day.</summary>
    internal bool UsedOn(int day)
    {
        foreach (ref readonly var use in Timeline.Days)
        {
            if (use.Day == day)
                return Used(use);
        }
        return false;
    }

    /// <summary>The days on which something of what the row counts is used.</summary>
    internal void AddUsedDays(ISet<int> to, int first, int last)
    {
        foreach (ref readonly var use in Timeline.Days)
        {
            if (use.Day >= first && use.Day <= last && Used(use))
                to.Add(use.Day);
        }
    }

    internal int CountDays(int first, int last) => CountDays(Timeline, first, last);

    private decimal? Sum(UseTimeline timeline, int first, int last) => timeline.Incomplete && !KnownPart ? null : timeline.Sum(first, last, _planUpTo);

    /// <summary>The days of a window by the calendar, both ends included.</summary>
    private (int First, int Last) Bounds(string window, int days)
    {
        var day = DateOnly.FromDayNumber(_day);
        switch (window)
        {
            case "单日":
                return (_day, _day);
            case "周":
                var monday = HospitalCalendar.Monday(_day);
                return (monday, monday + 6);
            case "月":
                var first = new DateOnly(day.Year, day.Month, 1);
                return (first.DayNumber, first.AddMonths(1).DayNumber - 1);
            case "年":
                return (new DateOnly(day.Year, 1, 1).DayNumber, new DateOnly(day.Year, 12, 31).DayNumber);
            case "N天":
                return (_day - days + 1, _day);
            case "单次住院":
                return (0, int.MaxValue);
            default:
                throw new ArgumentException($"'{window}' is no window by days.");
        }
    }

    private int CountDays(UseTimeline timeline, int first, int last)
    {
        var count = 0;
        foreach (ref readonly var use in timeline.Days)
        {
            if (use.Day >= first && use.Day <= last && Used(use))
                count++;
        }
        return count;
    }

    private bool Used(in DayUse use) => use.Billed > 0 || (use.Planned && use.Day <= _planUpTo);
}
