using OrderCheck.Core.Amounts;
using OrderCheck.Core.Budgets;
using OrderCheck.Core.Charges;
using OrderCheck.Core.Encounters;
using OrderCheck.Core.Orders;

namespace OrderCheck.Core.Checks;

/// <summary>Where the encounter stands against its group, before and with what is judged.</summary>
internal static class BudgetStanding
{
    /// <summary>Where the state stands: charged so far, and what its signed orders are still going to cost.</summary>
    public static BudgetProgress? Before(EncounterState state, OrderPlan plan) =>
        state.Stay.Budget is { } budget ? Progress(budget, state.Totals.Total.ToYuan() + state.PlannedCostsOf(plan).Total) : null;

    /// <summary>Where it stands with what is judged.</summary>
    /// <param name="total">Charged, with the judged charges.</param>
    /// <param name="timelines">With what is judged.</param>
    /// <param name="touched">The items whose plan or charges what is judged changes.</param>
    public static BudgetProgress? After(EncounterState state, OrderPlan plan, Money total, Timelines timelines, IEnumerable<UseKey> touched)
    {
        if (state.Stay.Budget is not { } budget)
            return null;
        var planned = state.PlannedCostsOf(plan);
        var cost = total.ToYuan() + planned.Total;
        foreach (var key in touched)
            cost += timelines.PlannedCost(key) - planned.Of(key);
        return Progress(budget, cost);
    }

    /// <summary>An amount beyond what money can be counts as the largest.</summary>
    private static BudgetProgress Progress(BudgetGiven budget, decimal yuan)
    {
        var cost = Money.TryFromYuan(decimal.Round(yuan, 2, MidpointRounding.AwayFromZero), out var exact) ? exact : Money.FromMicros(long.MaxValue);
        return new BudgetProgress(budget.GroupCode, budget.GroupName, cost, budget.StandardCost, budget.PaymentStandard);
    }
}
