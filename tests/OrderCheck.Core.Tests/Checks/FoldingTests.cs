using OrderCheck.Core.Checks;
using OrderCheck.Core.Findings;
using Xunit;

namespace OrderCheck.Core.Tests.Checks;

/// <summary>What was decided comes back folded; what says the same is told once; the worst comes first.</summary>
public sealed class FoldingTests
{
    private static readonly Rulebook ForWomen = Rulebook.With(("sex_limits", $"item_code,sex\n{Items.Albumin},女\n{Items.Aspirin},女\n"));

    [Theory]
    [InlineData(DecisionKind.Overridden, true)]
    [InlineData(DecisionKind.MeetsLimit, true)]
    [InlineData(DecisionKind.Withdrawn, false)]
    public void What_was_answered_comes_back_folded_what_was_withdrawn_does_not(DecisionKind kind, bool folded)
    {
        var order = Ordered.Drug(Items.Aspirin);
        var patient = Inpatient.Male(62);
        var decided = patient.Decided(patient.Ordering(ForWomen, order).Findings[0], kind);

        var answer = decided.Ordering(ForWomen, order);

        Assert.Equal(folded, Assert.Single(answer.Findings).Folded);
        Assert.Equal(folded ? 1 : 0, answer.FoldedCount);
    }

    [Fact]
    public void The_draft_and_the_order_that_was_saved_of_it_have_the_same_finding()
    {
        var draft = Ordered.Drug(Items.Aspirin);
        var patient = Inpatient.Male(62);

        var drafted = patient.Ordering(ForWomen, draft).Findings[0];
        var saved = patient.Ordering(ForWomen, draft with { Id = "FINAL", DraftId = draft.Id }).Findings[0];

        Assert.Equal(drafted.Key, saved.Key);
        Assert.Matches("^[0-9a-f]{32}$", saved.Key);
    }

    [Fact]
    public void Another_dose_is_another_content()
    {
        var order = Ordered.Drug(Items.Aspirin, dose: new(100, "mg"));
        var patient = Inpatient.Male(62);
        var decided = patient.Decided(patient.Ordering(ForWomen, order).Findings[0], DecisionKind.Overridden);

        Assert.False(decided.Ordering(ForWomen, order with { Dose = new(200, "mg") }).Findings[0].Folded);
    }

    [Fact]
    public void One_more_use_than_was_decided_about_is_told_again()
    {
        var rules = Rulebook.With(("frequency_limits", $"item_code,max_quantity,unit,window,period_days\n{Items.Infusion},1,次,单日,\n"));
        var order = Ordered.Service(Items.Infusion);
        var patient = Inpatient.Male(62).Charged(Billed.Line(Items.Infusion, 1, When.Day(1), order: "OTHER"));
        var decided = patient.Decided(patient.Ordering(rules, order).Findings[0], DecisionKind.Overridden);

        Assert.True(decided.Ordering(rules, order).Findings[0].Folded);
        Assert.False(decided.Charged(Billed.Line(Items.Infusion, 1, When.Day(1), order: "OTHER")).Ordering(rules, order).Findings[0].Folded);
    }

    [Fact]
    public void What_the_doctor_saw_at_drafting_comes_back_folded_at_signing()
    {
        var order = Ordered.Drug(Items.Aspirin);
        var patient = Inpatient.Male(62);
        var seen = patient.Ordering(ForWomen, order).Findings[0].Key;

        var answer = Evaluator.CheckOrders(
            "c", ForWomen.Release, ForWomen.Dictionary, patient.State, new CheckRequest([order], Stage.Order) { ShownBefore = [seen] }, When.Day(1));

        Assert.True(Assert.Single(answer.Findings).Folded);
    }

    [Fact]
    public void The_same_of_several_orders_is_one_finding_with_all_their_ids_and_their_amount()
    {
        var orders = Enumerable.Range(0, 3).Select(_ => Ordered.Drug(Items.Albumin)).ToArray();

        var finding = Assert.Single(Inpatient.Male(62).Ordering(ForWomen, orders).Findings);

        Assert.Equal(orders.Select(order => order.Id).Order(StringComparer.Ordinal), finding.AlsoOrderIds.Append(finding.Offender!.OrderId!).Order(StringComparer.Ordinal));
        Assert.Equal("1200.00", finding.Amount.ToString());
    }

    [Fact]
    public void Beyond_the_cards_findings_are_marked_more_and_folded_ones_take_no_card()
    {
        var patient = Inpatient.Male(62);
        var (aspirin, albumin) = (Ordered.Drug(Items.Aspirin), Ordered.Drug(Items.Albumin));
        var decided = patient.Decided(patient.Ordering(ForWomen, albumin).Findings[0], DecisionKind.Overridden);

        var both = Evaluator.CheckOrders("c", ForWomen.Release, ForWomen.Dictionary, patient.State, new CheckRequest([aspirin, albumin], Stage.Order, 1), When.Day(1));
        Assert.Equal([(Items.Albumin, false), (Items.Aspirin, true)], both.Findings.Select(finding => (finding.Offender!.ItemCode!, finding.More)));

        var one = Evaluator.CheckOrders("c", ForWomen.Release, ForWomen.Dictionary, decided.State, new CheckRequest([aspirin, albumin], Stage.Order, 1), When.Day(1));
        Assert.DoesNotContain(one.Findings, finding => finding.More);
    }

    [Fact]
    public void What_blocks_comes_first_then_what_is_certain_then_the_most_money()
    {
        Finding[] findings =
        [
            Told("reminder", Severity.Reminder, Response.Inform, 900),
            Told("dear", Severity.Violation, Response.Justify, 800),
            Told("cheap", Severity.Violation, Response.Justify, 1),
            Told("suspicion", Severity.Suspicion, Response.Justify, 5_000),
            Told("block", Severity.Suspicion, Response.Block, 1),
        ];

        Assert.Equal(["block", "dear", "cheap", "suspicion", "reminder"], findings.Order(FindingOrder.WorstFirst).Select(finding => finding.Rule));
    }

    [Fact]
    public void Fifty_orders_in_one_call_are_all_judged()
    {
        var orders = Enumerable.Range(0, 50).Select(day => Ordered.Drug(Items.Aspirin, day: 1 + day)).ToArray();

        var answer = Inpatient.Male(62).Ordering(ForWomen, orders);

        Assert.Equal(50, answer.Findings.Sum(finding => 1 + finding.AlsoOrderIds.Count));
    }

    private static Finding Told(string rule, Severity severity, Response response, decimal amount) => new()
    {
        Key = rule,
        Rule = rule,
        Title = rule,
        Family = "性别",
        Domain = Domain.Payment,
        Severity = severity,
        Response = response,
        Message = rule,
        Amount = Core.Amounts.Money.FromYuan(amount),
    };
}
