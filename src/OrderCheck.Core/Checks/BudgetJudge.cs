using OrderCheck.Core.Amounts;
using OrderCheck.Core.Budgets;
using OrderCheck.Core.Charges;
using OrderCheck.Core.Encounters;
using OrderCheck.Core.Rules;

namespace OrderCheck.Core.Checks;

/// <summary>Where the encounter stands against its group, before and with what is judged; tells of a threshold when it is crossed.</summary>
internal sealed class BudgetJudge(Release release, Stage stage, RuleFacts facts, FindingMaker maker, Verdicts verdicts)
{
    /// <summary>Charged so far and planned: an amount beyond what money can be counts as the largest.</summary>
    public static Money Cost(EncounterState state, Timelines timelines)
    {
        var yuan = state.Totals.Total.ToYuan();
        foreach (var key in timelines.PlannedKeys)
            yuan += Planned(timelines, key);
        return Money.TryFromYuan(decimal.Round(yuan, 2, MidpointRounding.AwayFromZero), out var cost) ? cost : Money.FromMicros(long.MaxValue);
    }

    public static BudgetProgress? Progress(BudgetGiven? budget, Money cost) =>
        budget is null ? null : new BudgetProgress(budget.GroupCode, budget.GroupName, cost, budget.StandardCost, budget.PaymentStandard);

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
                Judge(candidate, after);
        }
    }

    private void Judge(in Candidate candidate, BudgetProgress after)
    {
        facts.Limit = candidate.Row;
        try
        {
            if (candidate.Rule.MissingInput(facts) is not null)
                verdicts.Undetermined++;
            else if (candidate.Rule.Matches(facts))
                verdicts.Add(maker.Make(candidate, null, null, null) with { Amount = after.Cost }, candidate.Row, verdicts.Findings.Count);
        }
#pragma warning disable CA1031 // Whatever a rule throws is that rule's failure alone.
        catch (Exception)
        {
            verdicts.Failed(candidate.Rule.Definition);
        }
#pragma warning restore CA1031
    }

    private static decimal Planned(Timelines timelines, UseKey key)
    {
        var yuan = 0m;
        timelines.Residual(key, (entry, left) => yuan += left * (entry.Line.UnitPrice?.ToYuan() ?? 0));
        return yuan;
    }
}
