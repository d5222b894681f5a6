using OrderCheck.Core.Charges;
using OrderCheck.Core.Knowledge;

namespace OrderCheck.Core.Checks;

/// <summary>What the judged line's person uses of other items around the line's moment.</summary>
internal sealed class Surroundings(TimeZoneInfo zone, Timelines timelines)
{
    private UseKey[]? _used;
    private DateTimeOffset _at;

    public UseKey Line { get; private set; }

    public int DayNumber { get; private set; }

    public DateOnly Day => DateOnly.FromDayNumber(DayNumber);

    /// <summary>The last day whose plan counts: where a charge is judged, what is planned for later may still be stopped.</summary>
    public int PlanUpTo { get; private set; }

    public void Set(JudgedLine line, DateTimeOffset at, int day) =>
        (Line, _at, DayNumber, PlanUpTo) = (line.Key, at, day, line.Charge is not null ? day : int.MaxValue);

    public UseWindow Window(string word, int days) => UseWindow.Of(word, _at, DayNumber, days, zone);

    /// <summary>The keys of those of the items that may be used, without the line's own; in the order of the list, under a prefix by code.</summary>
    public Matches Of(RelatedItem[] items) => new(this, items);

    /// <summary>The first use in the window that was not taken back; a planned one whose quantity nobody knows is one too.</summary>
    public bool TryFind(UseKey key, in UseWindow window, int planUpTo, out TimedUse found)
    {
        var first = timelines.Of(key).FirstBetween(window.After, window.UpTo, planUpTo);
        found = first.GetValueOrDefault();
        return first.HasValue;
    }

    /// <summary>Sum in the window; null where something is planned and nobody knows how much.</summary>
    public decimal? Sum(UseKey key, in UseWindow window, int planUpTo)
    {
        var timeline = timelines.Of(key);
        return timeline.IsUnmeasured(window.After, window.UpTo, planUpTo) ? null : timeline.SumBetween(window.After, window.UpTo, planUpTo);
    }

    private UseKey[] Used => _used ??= timelines.SortedKeys();

    /// <summary>Walks over the keys without making anything.</summary>
    public ref struct Matches(Surroundings around, RelatedItem[] items)
    {
        private int _item = -1;
        private int _key;
        private bool _underPrefix;

        public UseKey Current { readonly get; private set; }

        public readonly string Name => items[_item].Name;

        public readonly Matches GetEnumerator() => this;

        public bool MoveNext()
        {
            while (true)
            {
                if (_underPrefix && MoveToNextKey())
                    return true;
                if (++_item >= items.Length)
                    return false;
                ref readonly var item = ref items[_item];
                if (!item.InForce(around.Day))
                    continue;
                (_underPrefix, _key) = (item.IsPrefix, 0);
                if (_underPrefix || item.Code == around.Line.ItemCode)
                    continue;
                Current = around.Line with { ItemCode = item.Code };
                return true;
            }
        }

        private bool MoveToNextKey()
        {
            var keys = around.Used;
            while (_key < keys.Length)
            {
                ref readonly var key = ref keys[_key++];
                if (key.InfantNo == around.Line.InfantNo && key.ItemCode != around.Line.ItemCode && items[_item].Matches(key.ItemCode))
                {
                    Current = key;
                    return true;
                }
            }
            _underPrefix = false;
            return false;
        }
    }
}
