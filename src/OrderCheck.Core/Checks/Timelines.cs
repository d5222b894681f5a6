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
    private readonly Dictionary<UseKey, UseTimeline> _made = [];
    private readonly List<(PlannedEntry Entry, decimal Left)> _left = [];

    public UseTimeline Of(UseKey key)
    {
        if (_made.TryGetValue(key, out var timeline))
            return timeline;
        if (!state.Uses.ContainsKey(key) && plan.Find(key) is null && judged.Find(key) is null)
            return UseTimeline.Empty;
        return _made[key] = Make(key);
    }

    /// <summary>Everybody's items that are used or planned.</summary>
    public IEnumerable<UseKey> Keys => state.Uses.Keys.Concat(plan.Keys).Concat(judged.Keys).Distinct();

    /// <summary>What anybody is going to use.</summary>
    public IEnumerable<UseKey> PlannedKeys => plan.Keys.Union(judged.Keys);

    private UseTimeline Make(UseKey key)
    {
        var billed = state.UsesOf(key.InfantNo, key.ItemCode);
        var uses = new List<TimedUse>(billed.Length + 8);
        foreach (ref readonly var use in billed)
            uses.Add(new TimedUse(use.At, use.Day, use.Quantity, use.OrderId, Planned: false));
        Residual(key, (entry, left) => uses.Add(new TimedUse(
            entry.Use.At.UtcTicks, entry.Use.Day, left, entry.OrderId, Planned: true, entry.Line.QuantityKnown)));
        var sorted = uses.ToArray();
        Array.Sort(sorted, static (left, right) => (left.At, left.Planned).CompareTo((right.At, right.Planned)));
        return new UseTimeline(sorted);
    }

    /// <summary>What charges have not fulfilled of the plan, execution by execution.</summary>
    public void Residual(UseKey key, Action<PlannedEntry, decimal> add)
    {
        var planned = Planned(key);
        if (planned.Count == 0)
            return;
        var fulfilled = new Fulfilment(state.UsesOf(key.InfantNo, key.ItemCode), state.Orders);
        foreach (var entry in planned)
        {
            var left = fulfilled.TakeLinked(entry);
            if (left > 0 || !entry.Line.QuantityKnown)
                _left.Add((entry, left));
        }
        // Charges that name no order fulfil what is then still open, earliest first.
        foreach (var (entry, open) in _left)
        {
            var left = fulfilled.TakeFree(entry.Use.Day, open);
            if (left > 0 || !entry.Line.QuantityKnown)
                add(entry, left);
        }
        _left.Clear();
    }

    private List<PlannedEntry> Planned(UseKey key)
    {
        var planned = new List<PlannedEntry>();
        foreach (var entry in plan.Find(key) ?? [])
        {
            if (!judged.Replaces(entry.OrderId))
                planned.Add(entry);
        }
        planned.AddRange(judged.Find(key) ?? []);
        planned.Sort(static (left, right) => left.Use.At != right.Use.At
            ? left.Use.At.CompareTo(right.Use.At)
            : string.CompareOrdinal(left.OrderId, right.OrderId));
        return planned;
    }
}
