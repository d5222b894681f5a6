using System.Runtime.InteropServices;
using OrderCheck.Core.Amounts;
using OrderCheck.Core.Charges;
using OrderCheck.Core.Encounters;
using OrderCheck.Core.Orders;

namespace OrderCheck.Core.Checks;

/// <summary>
/// The timelines of one check, made when first asked for. Use of an item on a day = charges less refunds + the unfulfilled
/// part of planned executions; what charges without an order id fulfil is not counted twice: of them and the plan the
/// greater counts.
/// </summary>
/// <param name="judged">Planned uses of this call's orders, which stand in place of what the state knows of the same orders.</param>
internal sealed class Timelines(EncounterState state, OrderPlan plan, JudgedPlan judged)
{
    private static readonly List<PlannedEntry> NothingPlanned = [];
    private readonly Dictionary<UseKey, UseTimeline> _made = [];
    private readonly List<(PlannedEntry Entry, decimal Left)> _left = [];
    private List<UseKey>? _plannedKeys;
    private UseKey[]? _keys;

    public UseTimeline Of(UseKey key)
    {
        if (_made.TryGetValue(key, out var timeline))
            return timeline;
        if (!state.Uses.ContainsKey(key) && plan.Find(key) is null && judged.Find(key) is null)
            return UseTimeline.Empty;
        return _made[key] = Make(key);
    }

    /// <summary>All uses of these items together.</summary>
    /// <param name="count">How much a use counts; null where that cannot be told.</param>
    public UseTimeline Of(IReadOnlyList<UseKey> keys, Func<UncountedUse, decimal?> count)
    {
        var (billed, planned) = (new List<TimedUse>(), new List<TimedUse>());
        var incomplete = false;
        foreach (var key in keys)
        {
            foreach (ref readonly var use in state.UsesOf(key.InfantNo, key.ItemCode))
            {
                var counted = count(new UncountedUse(key.ItemCode, use.Day, use.Quantity, Money.FromMicros(use.AmountMicros).ToYuan()));
                incomplete |= counted is null;
                billed.Add(new TimedUse(use.At, use.Day, counted ?? 0, use.OrderId));
            }
            foreach (var (entry, left) in Residual(key))
            {
                var amount = entry.Line is { QuantityKnown: true, UnitPrice: { } price } ? left * price.ToYuan() : (decimal?)null;
                var counted = count(new UncountedUse(key.ItemCode, entry.Use.Day, left, amount));
                incomplete |= counted is null;
                planned.Add(new TimedUse(entry.Use.At.UtcTicks, entry.Use.Day, counted ?? 0, entry.OrderId));
            }
        }
        return new UseTimeline(InOrder(billed), InOrder(planned), incomplete);
    }

    private static TimedUse[] InOrder(List<TimedUse> uses)
    {
        uses.Sort(static (left, right) => left.At.CompareTo(right.At));
        return [.. uses];
    }

    /// <summary>Everybody's items that are planned, each once.</summary>
    public IReadOnlyList<UseKey> PlannedKeys => _plannedKeys ??= [.. plan.Keys.Concat(judged.Keys).Distinct()];

    /// <summary>What is planned of the item by signed and judged orders, billed or not; in the order of time, not to be changed.</summary>
    public List<PlannedEntry> PlannedOf(UseKey key) => Planned(key);

    /// <summary>Everybody's items that are used or planned.</summary>
    public UseKey[] Keys => _keys ??= [.. state.Uses.Keys.Concat(plan.Keys).Concat(judged.Keys).Distinct()];

    /// <summary>What is planned of the item and not yet billed, in yuan; 0 where no price is known.</summary>
    public decimal PlannedCost(UseKey key) => _made.TryGetValue(key, out var timeline) ? timeline.PlannedCost : CostOf(Residual(key));

    private UseTimeline Make(UseKey key)
    {
        var left = Residual(key);
        var planned = left.Count == 0 ? [] : new TimedUse[left.Count];
        for (var i = 0; i < planned.Length; i++)
        {
            ref readonly var entry = ref CollectionsMarshal.AsSpan(left)[i].Entry;
            planned[i] = new TimedUse(entry.Use.At.UtcTicks, entry.Use.Day, left[i].Left, entry.OrderId);
        }
        return new UseTimeline(state.Uses.TryGetValue(key, out var billed) ? billed.Memory : default, planned, CostOf(left));
    }

    private static decimal CostOf(List<(PlannedEntry Entry, decimal Left)> planned)
    {
        var cost = 0m;
        foreach (var (entry, left) in planned)
            cost += left * (entry.Line.UnitPrice?.ToYuan() ?? 0);
        return cost;
    }

    /// <summary>What charges have not fulfilled of the plan, execution by execution; good until the next call.</summary>
    private List<(PlannedEntry Entry, decimal Left)> Residual(UseKey key)
    {
        _left.Clear();
        var planned = Planned(key);
        if (planned.Count == 0)
            return _left;
        var fulfilled = FulfilmentOf(key, planned);
        foreach (ref readonly var entry in CollectionsMarshal.AsSpan(planned))
        {
            var left = entry.Drafted ? entry.Use.Quantity : fulfilled!.TakeLinked(entry);
            if (left > 0 || !entry.Line.QuantityKnown)
                _left.Add((entry, left));
        }
        // Charges that name no order fulfil what is then still open, earliest first.
        for (var i = 0; i < _left.Count && fulfilled is not null; i++)
        {
            if (!_left[i].Entry.Drafted)
                _left[i] = (_left[i].Entry, fulfilled.TakeFree(_left[i].Entry.Use.Day, _left[i].Left));
        }
        _left.RemoveAll(static open => open.Left <= 0 && open.Entry.Line.QuantityKnown);
        return _left;
    }

    /// <summary>Charges matter on the days of what was signed alone: of a draft there can be none.</summary>
    private Fulfilment? FulfilmentOf(UseKey key, List<PlannedEntry> planned)
    {
        var (first, last) = (int.MaxValue, int.MinValue);
        foreach (ref readonly var entry in CollectionsMarshal.AsSpan(planned))
        {
            if (!entry.Drafted)
                (first, last) = (Math.Min(first, entry.Use.Day), Math.Max(last, entry.Use.Day));
        }
        return first <= last ? new Fulfilment(state.UsesOf(key.InfantNo, key.ItemCode), state.Orders, first, last) : null;
    }

    /// <summary>In the order of time; not to be changed.</summary>
    private List<PlannedEntry> Planned(UseKey key)
    {
        var (signed, asked) = (plan.Find(key), judged.Find(key));
        if (signed is null)
            return InOrder(asked) ?? NothingPlanned;
        if (asked is null && !ReplacesAny(signed))
            return signed;
        var planned = new List<PlannedEntry>(signed.Count + (asked?.Count ?? 0));
        foreach (ref readonly var entry in CollectionsMarshal.AsSpan(signed))
        {
            if (!judged.Replaces(entry.OrderId))
                planned.Add(entry);
        }
        if (asked is not null)
            planned.AddRange(asked);
        return InOrder(planned)!;
    }

    private bool ReplacesAny(List<PlannedEntry> signed)
    {
        foreach (ref readonly var entry in CollectionsMarshal.AsSpan(signed))
        {
            if (judged.Replaces(entry.OrderId))
                return true;
        }
        return false;
    }

    private static List<PlannedEntry>? InOrder(List<PlannedEntry>? planned)
    {
        if (planned is { Count: > 1 })
            planned.Sort(PlannedEntry.ByTime);
        return planned;
    }

    public OrderBook Orders => state.Orders;

    /// <summary>Whether an order, signed or judged, names a code that maps to no item: it may be of any.</summary>
    public bool HasUncoded => plan.HasUncoded || judged.HasUncoded;

    /// <summary>In the order of time, less refunds.</summary>
    public ReadOnlySpan<ItemUse> BilledOf(UseKey key) => state.UsesOf(key.InfantNo, key.ItemCode);

    /// <summary><see cref="Keys"/> by code.</summary>
    public UseKey[] SortedKeys()
    {
        UseKey[] sorted = [.. Keys];
        Array.Sort(sorted, static (left, right) => string.CompareOrdinal(left.ItemCode, right.ItemCode));
        return sorted;
    }

    /// <summary>Whether that signed order is expected to be billed as the item.</summary>
    public bool Plans(string orderId, UseKey key) => plan.KeysOf(orderId).Contains(key);

    public bool IsPlanned(UseKey key, int day) => PlannedOn(key, day) is not null;

    /// <summary>The first use that a signed order plans on that day, billed or not.</summary>
    public PlannedEntry? PlannedOn(UseKey key, int day)
    {
        foreach (ref readonly var entry in CollectionsMarshal.AsSpan(plan.Find(key)))
        {
            if (entry.Use.Day == day)
                return entry;
        }
        return null;
    }
}
