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
    private readonly Dictionary<UseKey, decimal> _byKey = [];

    private PlannedCosts(OrderPlan plan) => Plan = plan;

    public OrderPlan Plan { get; }

    public decimal Total { get; private set; }

    public decimal Of(UseKey key) => _byKey.GetValueOrDefault(key);

    public static PlannedCosts Make(EncounterState state, OrderPlan plan)
    {
        var costs = new PlannedCosts(plan);
        var timelines = new Timelines(state, plan, new JudgedPlan());
        foreach (var key in plan.Keys)
        {
            var cost = timelines.PlannedCost(key);
            costs._byKey[key] = cost;
            costs.Total += cost;
        }
        return costs;
    }
}
