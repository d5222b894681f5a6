using OrderCheck.Core.Amounts;
using OrderCheck.Core.Budgets;
using OrderCheck.Core.Findings;
using OrderCheck.Core.Knowledge;
using OrderCheck.Core.Rules;

namespace OrderCheck.Core.Checks;

/// <summary>Runs the rules that look at the encounter as a whole, not at an item: its budget, its coding, its admission.</summary>
internal sealed class EncounterJudge(Release release, Stage stage, RuleFacts facts, FindingMaker maker, Verdicts verdicts)
{
    /// <summary>Lines that a change of who pays concerns.</summary>
    public IReadOnlyList<string> PayerLines { get; set; } = [];

    /// <summary>The visit is not insured: price and safety only, once the patient is registered, and what a change of who pays means.</summary>
    public bool SelfPaidVisit { get; set; }

    /// <param name="before">Null where the encounter has no budget: nothing about money is then asked.</param>
    /// <param name="after">With what is judged.</param>
    /// <param name="day">Today: whose rules and rows are in force.</param>
    public void Judge(BudgetProgress? before, BudgetProgress? after, DateOnly day)
    {
        var budgeted = before is not null && after is not null;
        facts.Budget.Before = before?.Cost.ToYuan();
        facts.Budget.After = after?.Cost.ToYuan();
        facts.Budget.StandardCost = after?.StandardCost.ToYuan();
        facts.Budget.PaymentStandard = after?.PaymentStandard.ToYuan();
        foreach (ref readonly var candidate in release.EncounterCandidatesAt(stage))
        {
            var rule = candidate.Rule.Definition;
            var ofMoney = rule.Domain == Domain.Money;
            if (rule.State is RuleState.Active or RuleState.Trial && candidate.InForce(day) && (budgeted || !ofMoney) && AppliesTo(candidate))
                Judge(candidate, ofMoney ? after!.Cost - before!.Cost : null);
        }
    }

    private bool AppliesTo(in Candidate candidate) =>
        !SelfPaidVisit || stage == Stage.Registration || candidate.Row is FeeTypeChange || candidate.Rule.Definition.Domain is Domain.Price or Domain.Safety;

    private void Judge(in Candidate candidate, Money? added)
    {
        var definition = candidate.Rule.Definition;
        facts.Limit = candidate.Row;
        try
        {
            var missing = candidate.Rule.MissingInput(facts);
            if (missing is not null && (!definition.ShowUndetermined || definition.Domain == Domain.Money)
                && !(maker.VerifiesPromises && Made(candidate, missing, added).Promise is { Kept: false }))
                verdicts.CouldNotTell(definition.Name, missing);
            else if (missing is not null || candidate.Rule.Matches(facts))
                verdicts.Add(Made(candidate, missing, added), candidate.Row, verdicts.Findings.Count);
        }
#pragma warning disable CA1031 // Whatever a rule throws is that rule's failure alone.
        catch (Exception)
        {
            verdicts.Failed(definition);
        }
#pragma warning restore CA1031
    }

    private Finding Made(in Candidate candidate, string? missing, Money? added)
    {
        var made = maker.Make(candidate, null, null, missing) with { Amount = added };
        return candidate.Row is FeeTypeChange
            ? made with { AlsoOrderIds = PayerLines, Amount = Money.TryFromYuan(facts.Payer.Amount, out var sum) ? sum : null }
            : made;
    }
}
