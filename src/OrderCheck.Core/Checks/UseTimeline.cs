using OrderCheck.Core.Charges;

namespace OrderCheck.Core.Checks;

/// <summary>
/// All uses of one item by one person: charges less refunds, and what is left of the plan. Window functions are sums of their
/// parts, differences of running sums where many are asked for. The plan counts up to a day: all of it where orders are judged,
/// up to the day of use where a charge is, since what is planned for later may still be stopped.
/// </summary>
internal sealed class UseTimeline
{
    public static readonly UseTimeline Empty = new(ReadOnlyMemory<ItemUse>.Empty, [], 0);

    /// <summary>Windows are added up use by use until that has cost so many times what running sums cost.</summary>
    private const int WorthSums = 2;

    private readonly ReadOnlyMemory<ItemUse> _billed;
    private readonly TimedUse[] _counted = [];
    private readonly TimedUse[] _planned;

    private int _added;
    private long[]? _sums;
    private DayUse[]? _days;

    /// <param name="billed">In the order of time, and thereby of days; shared with the encounter's state.</param>
    /// <param name="planned">In the order of time.</param>
    /// <param name="plannedCost">See <see cref="PlannedCost"/>.</param>
    public UseTimeline(ReadOnlyMemory<ItemUse> billed, TimedUse[] planned, decimal plannedCost)
    {
        _billed = billed;
        _planned = planned;
        PlannedCost = plannedCost;
    }

    /// <summary>Of uses that are counted otherwise than by the item's billed unit, or of several items.</summary>
    /// <param name="counted">What is billed, in the order of time.</param>
    /// <param name="planned">In the order of time.</param>
    /// <param name="incomplete">See <see cref="Incomplete"/>.</param>
    public UseTimeline(TimedUse[] counted, TimedUse[] planned, bool incomplete)
    {
        _counted = counted;
        _planned = planned;
        Incomplete = incomplete;
    }

    /// <summary>How much some of the uses count is not known: no sum of them is.</summary>
    public bool Incomplete { get; }

    /// <summary>What is planned and not yet billed, in yuan.</summary>
    public decimal PlannedCost { get; }

    /// <summary>What is planned and not yet billed, in the order of time.</summary>
    public ReadOnlySpan<TimedUse> PlannedUses => _planned;

    /// <summary>Days with charges or plans, ascending; those whose charges were all taken back are among them with 0.</summary>
    public ReadOnlySpan<DayUse> Days => _days ??= ReadDays();

    /// <summary>On the days from the first to the last, both included.</summary>
    /// <param name="planUpTo">The last day whose plan counts.</param>
    public decimal Sum(int firstDay, int lastDay, int planUpTo) =>
        Billed(BilledUntil(firstDay - 1), BilledUntil(lastDay))
        + Added(_counted, Until(_counted, firstDay - 1), Until(_counted, lastDay))
        + Added(_planned, Until(_planned, firstDay - 1), Until(_planned, Math.Min(lastDay, planUpTo)));

    /// <summary>After <paramref name="after"/>, up to and with <paramref name="upTo"/>; in UTC ticks.</summary>
    public decimal SumBetween(long after, long upTo, int planUpTo) =>
        Billed(BilledUntil(after), BilledUntil(upTo))
        + Added(_counted, Until(_counted, after), Until(_counted, upTo))
        + Added(_planned, Until(_planned, after), Math.Min(Until(_planned, upTo), Until(_planned, planUpTo)));

    /// <summary>The fullest window of that length that holds the moment. A window includes its end, not its beginning.</summary>
    public decimal Fullest(long at, TimeSpan length, int planUpTo)
    {
        var window = new MovingWindow(this, length.Ticks, Until(_planned, planUpTo));
        window.MoveTo(at);
        var fullest = window.Sum;
        // As uses come in by the end they are counted once: some items are billed by the minute.
        while (window.NextUse < at + length.Ticks)
        {
            window.MoveTo(window.NextUse);
            fullest = Math.Max(fullest, window.Sum);
        }
        return fullest;
    }

    /// <summary>
    /// The fullest of the windows of so many days that hold the day: what is used later, and was planned or recorded before, fills a
    /// window as much as what was used earlier.
    /// </summary>
    public decimal FullestDays(int day, int length, int planUpTo)
    {
        var (fullest, end, last) = (EndingOn(day), (long)day + length, day);
        foreach (ref readonly var use in _billed.Span[BilledUntil(day)..])
        {
            if (use.Day >= end)
                break;
            if (use.Day == last)
                continue;
            last = use.Day;
            fullest = Math.Max(fullest, EndingOn(last));
        }
        return Math.Max(Fullest(_counted, end, fullest), Fullest(_planned, Math.Min(end, planUpTo + 1L), fullest));

        decimal EndingOn(int lastDay) => Sum(lastDay - length + 1, lastDay, planUpTo);

        decimal Fullest(TimedUse[] uses, long before, decimal most)
        {
            var ended = day;
            foreach (ref readonly var use in uses.AsSpan(Until(uses, day)))
            {
                if (use.Day >= before)
                    break;
                if (use.Day == ended)
                    continue;
                ended = use.Day;
                most = Math.Max(most, EndingOn(ended));
            }
            return most;
        }
    }

    /// <summary>
    /// The first use in the window of which something is left, or of which nobody knows how much is planned; at the same moment
    /// what is billed comes first. Null where there is none: a charge and what was taken back of it are at the same moment.
    /// </summary>
    public TimedUse? FirstBetween(long after, long upTo, int planUpTo)
    {
        var billed = _billed.Span;
        var planned = _planned;
        var (next, nextPlanned) = (BilledUntil(after), Until(planned, after));
        while (true)
        {
            var hasBilled = next < billed.Length && billed[next].At <= upTo;
            var hasPlanned = nextPlanned < planned.Length && planned[nextPlanned].At <= upTo;
            if (!hasBilled && !hasPlanned)
                return null;
            var isBilled = hasBilled && (!hasPlanned || billed[next].At <= planned[nextPlanned].At);
            var use = isBilled
                ? new TimedUse(billed[next].At, billed[next].Day, billed[next++].Quantity, billed[next - 1].OrderId)
                : planned[nextPlanned++];
            if (isBilled ? use.Quantity > 0 && IsLeft(use) : use.Day <= planUpTo)
                return use;
        }
    }

    /// <summary>Whether something is left of what was billed to that order at that moment: another order's use of the moment is not it.</summary>
    private bool IsLeft(in TimedUse billed)
    {
        var left = 0m;
        foreach (ref readonly var use in _billed.Span[BilledUntil(billed.At - 1)..BilledUntil(billed.At)])
            left += use.OrderId == billed.OrderId ? use.Quantity : 0;
        return left > 0;
    }

    /// <summary>Whether something is planned in the window and nobody knows how much.</summary>
    public bool IsUnmeasured(long after, long upTo, int planUpTo)
    {
        foreach (ref readonly var use in _planned.AsSpan())
        {
            if (use.Quantity == 0 && use.At > after && use.At <= upTo && use.Day <= planUpTo)
                return true;
        }
        return false;
    }

    private decimal Billed(int from, int end)
    {
        if (end <= from)
            return 0;
        var billed = _billed.Span;
        if (_sums is null && (_added += end - from) <= WorthSums * billed.Length)
        {
            var sum = 0L;
            foreach (ref readonly var use in billed[from..end])
                sum += use.TenThousandths;
            return ItemUse.QuantityOf(sum);
        }
        _sums ??= Sums(billed);
        return ItemUse.QuantityOf(_sums[end] - _sums[from]);
    }

    private static decimal Added(TimedUse[] uses, int from, int end)
    {
        var sum = 0m;
        for (var i = from; i < end; i++)
            sum += uses[i].Quantity;
        return sum;
    }

    private int BilledUntil(long at) => ~_billed.Span.BinarySearch(new UpToMoment(at));

    private int BilledUntil(int day) => ~_billed.Span.BinarySearch(new UpToDay(day));

    private static int Until(TimedUse[] uses, long at) => ~uses.AsSpan().BinarySearch(new UpToMoment(at));

    private static int Until(TimedUse[] uses, int day) => ~uses.AsSpan().BinarySearch(new UpToDay(day));

    /// <summary>Element i: the sum of the first i uses.</summary>
    private static long[] Sums(ReadOnlySpan<ItemUse> uses)
    {
        var sums = new long[uses.Length + 1];
        for (var i = 0; i < uses.Length; i++)
            sums[i + 1] = sums[i] + uses[i].TenThousandths;
        return sums;
    }

    private DayUse[] ReadDays()
    {
        var billed = _billed.Span;
        var days = new List<DayUse>();
        var (next, nextCounted, nextPlanned) = (0, 0, 0);
        while (next < billed.Length || nextCounted < _counted.Length || nextPlanned < _planned.Length)
        {
            var day = next < billed.Length ? billed[next].Day : int.MaxValue;
            day = nextCounted < _counted.Length ? Math.Min(day, _counted[nextCounted].Day) : day;
            day = nextPlanned < _planned.Length ? Math.Min(day, _planned[nextPlanned].Day) : day;
            var sum = 0m;
            for (; next < billed.Length && billed[next].Day == day; next++)
                sum += billed[next].Quantity;
            for (; nextCounted < _counted.Length && _counted[nextCounted].Day == day; nextCounted++)
                sum += _counted[nextCounted].Quantity;
            var isPlanned = nextPlanned < _planned.Length && _planned[nextPlanned].Day == day;
            while (nextPlanned < _planned.Length && _planned[nextPlanned].Day == day)
                nextPlanned++;
            days.Add(new DayUse(day, sum, isPlanned));
        }
        return [.. days];
    }

    /// <summary>A window of some length that moves on along the uses.</summary>
    /// <param name="uses">Along which it moves.</param>
    /// <param name="length">In ticks.</param>
    /// <param name="planCounting">How many of the planned uses count.</param>
    private ref struct MovingWindow(UseTimeline uses, long length, int planCounting)
    {
        private readonly ReadOnlySpan<ItemUse> _billed = uses._billed.Span;
        private readonly ReadOnlySpan<TimedUse> _counted = uses._counted;
        private readonly ReadOnlySpan<TimedUse> _planned = uses._planned;
        private int _firstBilled = -1;
        private int _endOfBilled;
        private int _endOfCounted;
        private int _endOfPlanned;
        private long _sumOfBilled;
        private decimal _sumOfOthers;

        /// <summary>When the window ends there, the first use that it does not reach.</summary>
        public readonly long NextUse
        {
            get
            {
                var next = _endOfBilled < _billed.Length ? _billed[_endOfBilled].At : long.MaxValue;
                next = _endOfCounted < _counted.Length ? Math.Min(next, _counted[_endOfCounted].At) : next;
                return _endOfPlanned < _planned.Length ? Math.Min(next, _planned[_endOfPlanned].At) : next;
            }
        }

        public readonly decimal Sum => ItemUse.QuantityOf(_sumOfBilled) + _sumOfOthers;

        /// <param name="end">No earlier than where it ends now.</param>
        public void MoveTo(long end)
        {
            var beginning = end - length;
            if (_firstBilled < 0)
                _firstBilled = _endOfBilled = uses.BilledUntil(beginning);
            for (; _endOfBilled < _billed.Length && _billed[_endOfBilled].At <= end; _endOfBilled++)
                _sumOfBilled += _billed[_endOfBilled].TenThousandths;
            for (; _firstBilled < _endOfBilled && _billed[_firstBilled].At <= beginning; _firstBilled++)
                _sumOfBilled -= _billed[_firstBilled].TenThousandths;
            if (_counted.Length + _planned.Length == 0)
                return;
            (_endOfCounted, _endOfPlanned) = (Until(uses._counted, end), Until(uses._planned, end));
            _sumOfOthers = Added(uses._counted, Until(uses._counted, beginning), _endOfCounted)
                + Added(uses._planned, Until(uses._planned, beginning), Math.Min(_endOfPlanned, planCounting));
        }
    }

    /// <summary>Lies behind every use up to and with the moment: searching for it finds none, but its place.</summary>
    private readonly struct UpToMoment(long at) : IComparable<ItemUse>, IComparable<TimedUse>
    {
        public int CompareTo(ItemUse other) => other.At <= at ? 1 : -1;

        public int CompareTo(TimedUse other) => other.At <= at ? 1 : -1;
    }

    /// <summary>Lies behind every use up to and on the day.</summary>
    private readonly struct UpToDay(int day) : IComparable<ItemUse>, IComparable<TimedUse>
    {
        public int CompareTo(ItemUse other) => other.Day <= day ? 1 : -1;

        public int CompareTo(TimedUse other) => other.Day <= day ? 1 : -1;
    }
}
