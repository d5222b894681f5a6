using OrderCheck.Core.Amounts;
using OrderCheck.Core.Budgets;
using OrderCheck.Core.Charges;
using OrderCheck.Core.Encounters;
using OrderCheck.Core.Orders;
using OrderCheck.Core.Rules;

namespace OrderCheck.Core.Checks;

/// <summary>Where the encounter stands against its group, before and with what is judged; tells of a threshold when it is crossed.</summary>
internal sealed class BudgetJudge(Release release, Stage stage, RuleFacts facts, FindingMaker maker, Verdicts verdicts)
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

    public void Judge(BudgetProgress before, BudgetProgress after, DateOnly day)
    {
        facts.Budget.Before = before.Cost.ToYuan();
        facts.Budget.After = after.Cost.ToYuan();
        facts.Budget.StandardCost = after.StandardCost.ToYuan();
        facts.Budget.PaymentStandard = after.PaymentStandard.ToYuan();
        foreach (ref readonly var candidate in release.EncounterCandidates)
        {
            var rule = candidate.Rule.Definition;
            if (rule.State is RuleState.Active or RuleState.Trial && rule.RunsAt(stage) && candidate.InForce(day))
                Judge(candidate, after.Cost - before.Cost);
        }
    }

    private void Judge(in Candidate candidate, Money added)
    {
        facts.Limit = candidate.Row;
        try
        {
            if (candidate.Rule.MissingInput(facts) is { } missing)
                verdicts.CouldNotTell(candidate.Rule.Definition.Name, missing);
            else if (candidate.Rule.Matches(facts))
                verdicts.Add(maker.Make(candidate, null, null, null) with { Amount = added }, candidate.Row, verdicts.Findings.Count);
        }
#pragma warning disable CA1031 // Whatever a rule throws is that rule's failure alone.
        catch (Exception)
        {
            verdicts.Failed(candidate.Rule.Definition);
        }
#pragma warning restore CA1031
    }

    /// <summary>An amount beyond what money can be counts as the largest.</summary>
    private static BudgetProgress Progress(BudgetGiven budget, decimal yuan)
    {
        var cost = Money.TryFromYuan(decimal.Round(yuan, 2, MidpointRounding.AwayFromZero), out var exact) ? exact : Money.FromMicros(long.MaxValue);
        return new BudgetProgress(budget.GroupCode, budget.GroupName, cost, budget.StandardCost, budget.PaymentStandard);
    }
}
