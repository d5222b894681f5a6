using OrderCheck.Core.Charges;
using OrderCheck.Core.Encounters;
using OrderCheck.Core.Orders;

namespace OrderCheck.Core.Checks;

/// <summary>
/// What the signed orders of a state are still going to cost, by person and item, in yuan. Kept beside the state: a check
/// then works out only the items that it judges.
/// </summary>
internal sealed class PlannedCosts
{
    private readonly Dictionary<UseKey, decimal> _byKey;

    private PlannedCosts(OrderPlan plan, Dictionary<UseKey, decimal> byKey, decimal total) => (Plan, _byKey, Total) = (plan, byKey, total);

    public OrderPlan Plan { get; }

    public decimal Total { get; }

    public decimal Of(UseKey key) => _byKey.GetValueOrDefault(key);

    public static PlannedCosts Make(EncounterState state, OrderPlan plan) => With(state, plan, [], 0, plan.Keys);

    /// <summary>After charges of these items, by the same plan.</summary>
    public PlannedCosts After(EncounterState state, IEnumerable<UseKey> charged) => With(state, Plan, new(_byKey), Total, charged);

    private static PlannedCosts With(EncounterState state, OrderPlan plan, Dictionary<UseKey, decimal> byKey, decimal total, IEnumerable<UseKey> keys)
    {
        var timelines = new Timelines(state, plan, new JudgedPlan());
        foreach (var key in keys)
        {
            if (plan.Find(key) is null)
                continue;
            var cost = timelines.PlannedCost(key);
            total += cost - byKey.GetValueOrDefault(key);
            byKey[key] = cost;
        }
        return new PlannedCosts(plan, byKey, total);
    }
}
