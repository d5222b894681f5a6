namespace OrderCheck.Core.Checks;

/// <summary>
/// All uses of one item by one person, in the order of time: charges less refunds, and what is left of the plan. Window
/// functions are sums of its parts, differences of running sums where many are asked for. The plan counts up to a day: all of
/// it where orders are judged, up to the day of use where a charge is, since what is planned for later may still be stopped.
/// </summary>
internal sealed class UseTimeline
{
    public static readonly UseTimeline Empty = new([], 0);

    /// <summary>Windows are added up use by use until that has cost so many times what running sums cost.</summary>
    private const int WorthSums = 2;

    private readonly TimedUse[] _uses;

    private int _added;
    private decimal[]? _all;
    private decimal[]? _billed;
    private DayUse[]? _days;

    /// <param name="uses">In the order of time, and thereby of days.</param>
    public UseTimeline(TimedUse[] uses, decimal plannedCost)
    {
        _uses = uses;
        PlannedCost = plannedCost;
    }

    /// <summary>Element i: the sum of the first i uses, planned ones included.</summary>
    private decimal[] All => _all ??= Sums(_uses, planned: true);

    /// <summary>Element i: the sum of the billed ones among the first i uses.</summary>
    private decimal[] Billed => _billed ??= Array.Exists(_uses, static use => use.Planned) ? Sums(_uses, planned: false) : All;

    public ReadOnlySpan<TimedUse> Uses => _uses;

    /// <summary>What is planned and not yet billed, in yuan.</summary>
    public decimal PlannedCost { get; }

    /// <summary>Days with charges or plans, ascending; those whose charges were all taken back are among them with 0.</summary>
    public ReadOnlySpan<DayUse> Days => _days ??= ReadDays();

    /// <summary>On the days from the first to the last, both included.</summary>
    /// <param name="planUpTo">The last day whose plan counts.</param>
    public decimal Sum(int firstDay, int lastDay, int planUpTo) => Between(EndOfDay(firstDay - 1), EndOfDay(lastDay), EndOfDay(planUpTo));

    /// <summary>After <paramref name="after"/>, up to and with <paramref name="upTo"/>; in UTC ticks.</summary>
    public decimal SumBetween(long after, long upTo, int planUpTo) => Between(EndOf(after), EndOf(upTo), EndOfDay(planUpTo));

    /// <summary>The fullest window of that length that holds the moment. A window includes its end, not its beginning.</summary>
    public decimal Fullest(long at, TimeSpan length, int planUpTo)
    {
        var fullest = SumBetween(at - length.Ticks, at, planUpTo);
        for (var i = EndOf(at); i < _uses.Length && _uses[i].At < at + length.Ticks; i++)
            fullest = Math.Max(fullest, SumBetween(_uses[i].At - length.Ticks, _uses[i].At, planUpTo));
        return fullest;
    }

    /// <summary>Of the uses from the index on, below the end: all before the plan's end, the billed ones behind it.</summary>
    private decimal Between(int from, int end, int planEnd)
    {
        if (_all is null && (_added += Math.Max(0, end - from)) <= WorthSums * _uses.Length)
            return Added(from, end, planEnd);
        var middle = Math.Clamp(planEnd, from, Math.Max(from, end));
        return All[middle] - All[from] + Billed[Math.Max(from, end)] - Billed[middle];
    }

    private decimal Added(int from, int end, int planEnd)
    {
        var sum = 0m;
        for (var i = from; i < end; i++)
        {
            ref readonly var use = ref _uses[i];
            if (i < planEnd || !use.Planned)
                sum += use.Quantity;
        }
        return sum;
    }

    private int EndOf(long at)
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

    private int EndOfDay(int day)
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

    private static decimal[] Sums(TimedUse[] uses, bool planned)
    {
        var sums = new decimal[uses.Length + 1];
        for (var i = 0; i < uses.Length; i++)
            sums[i + 1] = uses[i].Planned && !planned ? sums[i] : sums[i] + uses[i].Quantity;
        return sums;
    }

    private DayUse[] ReadDays()
    {
        var days = new List<DayUse>();
        for (var i = 0; i < _uses.Length;)
        {
            var (day, billed, planned) = (_uses[i].Day, 0m, false);
            for (; i < _uses.Length && _uses[i].Day == day; i++)
            {
                planned |= _uses[i].Planned;
                billed += _uses[i].Planned ? 0 : _uses[i].Quantity;
            }
            days.Add(new DayUse(day, billed, planned));
        }
        return [.. days];
    }
}
