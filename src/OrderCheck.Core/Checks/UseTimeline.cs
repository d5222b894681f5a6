namespace OrderCheck.Core.Checks;

/// <summary>
/// All uses of one item by one person, in the order of time: charges less refunds, and what is left of the plan. Window
/// functions are differences of its running sums.
/// </summary>
internal sealed class UseTimeline
{
    public static readonly UseTimeline Empty = new([]);

    private readonly TimedUse[] _uses;

    /// <summary>Element i: the sum of the first i uses.</summary>
    private readonly decimal[] _sums;
    private DayUse[]? _days;

    /// <param name="uses">In the order of time, and thereby of days.</param>
    public UseTimeline(TimedUse[] uses)
    {
        _uses = uses;
        _sums = new decimal[uses.Length + 1];
        for (var i = 0; i < uses.Length; i++)
            _sums[i + 1] = _sums[i] + uses[i].Quantity;
    }

    public ReadOnlySpan<TimedUse> Uses => _uses;

    public decimal Total => _sums[^1];

    /// <summary>Days with use, ascending: a day whose charges were all taken back has none.</summary>
    public ReadOnlySpan<DayUse> Days => _days ??= ReadDays();

    /// <summary>On the days from the first to the last, both included.</summary>
    public decimal Sum(int firstDay, int lastDay) => _sums[FirstAfterDay(lastDay)] - _sums[FirstAfterDay(firstDay - 1)];

    /// <summary>After <paramref name="after"/>, up to and with <paramref name="upTo"/>; in UTC ticks.</summary>
    public decimal SumBetween(long after, long upTo) => _sums[FirstAfter(upTo)] - _sums[FirstAfter(after)];

    /// <summary>The fullest window of that length that holds the moment. A window includes its end, not its beginning.</summary>
    public decimal Fullest(long at, TimeSpan length)
    {
        var fullest = SumBetween(at - length.Ticks, at);
        for (var i = FirstAfter(at); i < _uses.Length && _uses[i].At < at + length.Ticks; i++)
            fullest = Math.Max(fullest, SumBetween(_uses[i].At - length.Ticks, _uses[i].At));
        return fullest;
    }

    private int FirstAfter(long at)
    {
        var (low, high) = (0, _uses.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_uses[middle].At <= at)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }

    private int FirstAfterDay(int day)
    {
        var (low, high) = (0, _uses.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_uses[middle].Day <= day)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }

    private DayUse[] ReadDays()
    {
        var days = new List<DayUse>();
        for (var i = 0; i < _uses.Length;)
        {
            var (day, planned) = (_uses[i].Day, false);
            for (; i < _uses.Length && _uses[i].Day == day; i++)
                planned |= _uses[i].Planned;
            // A planned use counts its day also where nobody knows how much it takes.
            var quantity = Sum(day, day);
            if (quantity > 0 || planned)
                days.Add(new DayUse(day, quantity));
        }
        return [.. days];
    }
}
