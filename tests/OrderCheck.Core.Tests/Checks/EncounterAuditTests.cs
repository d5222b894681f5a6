using OrderCheck.Core.Checks;
using OrderCheck.Core.Encounters;
using OrderCheck.Core.Findings;
using OrderCheck.Core.Orders;
using Xunit;

namespace OrderCheck.Core.Tests.Checks;

/// <summary>出院前审核: the encounter as a whole, everything judged anew.</summary>
public sealed class EncounterAuditTests
{
    private static readonly Rulebook ForWomen = Rulebook.With(("sex_limits", $"item_code,sex\n{Items.Albumin},女\n"));

    private static readonly Rulebook OncePerDay =
        Rulebook.With(("frequency_limits", $"item_code,max_quantity,unit,window,period_days\n{Items.Nursing},1,日,单日,\n"));

    [Fact]
    public void Everything_that_was_charged_is_judged_anew()
    {
        var charge = Billed.Line(Items.Albumin, 1, When.Day(3), price: 400);

        var answer = Inpatient.Male(62).Charged(charge).Charged(Items.Vitamin, 2, day: 3).Auditing(ForWomen);

        var finding = Assert.Single(answer.Findings);
        Assert.Equal(("item-for-the-other-sex", charge.Id), (finding.Rule, finding.Offender!.ChargeId));
        Assert.Equal("400.00", finding.Amount.ToString());
        Assert.Equal(CheckState.Complete, answer.State);
        Assert.Empty(answer.Flags);
    }

    [Fact]
    public void What_passes_line_by_line_is_found_among_the_others_and_told_once()
    {
        var patient = Inpatient.Male(62).Charged(Items.Nursing, 1, day: 2).Charged(Items.Nursing, 1, day: 2);

        var finding = Assert.Single(patient.Auditing(OncePerDay).Findings);

        Assert.Equal("more-than-allowed-on-a-day", finding.Rule);
        Assert.Single(finding.AlsoOrderIds);
    }

    [Fact]
    public void What_was_taken_back_is_not_judged_and_what_is_left_of_a_line_is()
    {
        var whole = Billed.Line(Items.Albumin, 2, When.Day(3), price: 400);
        var patient = Inpatient.Male(62).Charged(whole);

        Assert.Empty(patient.Charged(Billed.Refund(whole, 2)).Auditing(ForWomen).Findings);
        Assert.Equal("400.00", Assert.Single(patient.Charged(Billed.Refund(whole, 1)).Auditing(ForWomen).Findings).Amount.ToString());
    }

    [Fact]
    public void Of_an_order_what_is_not_charged_yet_is_judged_as_an_order_and_the_rest_as_charges()
    {
        var order = Ordered.Drug(Items.Albumin, day: 1, frequency: "qd", days: 3);
        var charge = Billed.Line(Items.Albumin, 1, When.Day(1), order: order.Id);
        var patient = Inpatient.Male(62).Signed(order).Charged(charge);

        var half = patient.Auditing(ForWomen).Findings;
        var all = patient
            .Charged(Billed.Line(Items.Albumin, 1, When.Day(2), order: order.Id), Billed.Line(Items.Albumin, 1, When.Day(3), order: order.Id)).Auditing(ForWomen).Findings;

        var told = Assert.Single(half);
        Assert.Equal([charge.Id, order.Id], [.. told.AlsoOrderIds, told.Offender!.OrderId]);
        Assert.Equal(2, Assert.Single(all).AlsoOrderIds.Count);
        Assert.DoesNotContain(order.Id, all[0].AlsoOrderIds);
    }

    [Fact]
    public void A_stopped_order_is_judged_by_its_charges_alone()
    {
        var order = Ordered.Drug(Items.Albumin, day: 1, frequency: "qd", days: 3);
        var patient = Inpatient.Male(62).Signed(order).With(new OrderStopped(order.Id, null) { Id = "stop", OccurredAt = When.Day(1, 9) });

        Assert.Empty(patient.Auditing(ForWomen).Findings);
    }

    [Fact]
    public void What_was_decided_when_it_was_charged_comes_back_folded()
    {
        var charge = Billed.Line(Items.Albumin, 1, When.Day(3), price: 400);
        var patient = Inpatient.Male(62);
        var finding = Assert.Single(patient.Charging(ForWomen, charge).Findings);

        var answer = patient.Charged(charge).Decided(finding, DecisionKind.Overridden).Auditing(ForWomen);

        Assert.True(Assert.Single(answer.Findings).Folded);
        Assert.Equal(1, answer.FoldedCount);
    }

    [Fact]
    public void A_rule_of_discharge_alone_speaks_before_discharge_and_not_at_the_charge()
    {
        var rules = Rulebook.Of([AtDischarge], ("sex_limits", $"item_code,sex\n{Items.Albumin},女\n"));
        var charge = Billed.Line(Items.Albumin, 1, 3);

        Assert.Empty(Inpatient.Male(62).Charging(rules, charge).Findings);
        Assert.Equal("checked-at-discharge", Assert.Single(Inpatient.Male(62).Charged(charge).Auditing(rules).Findings).Rule);
    }

    [Fact]
    public void At_registration_nothing_that_is_ordered_or_charged_is_judged() =>
        Assert.Empty(Inpatient.Male(62).Charged(Items.Albumin, 1).Signed(Ordered.Drug(Items.Albumin)).Registering(ForWomen).Findings);

    [Fact]
    public void The_answer_says_where_the_money_stands_and_what_the_patient_pays()
    {
        var answer = Inpatient.Male(62).Budgeted(10_000, 12_000).Charged(Billed.Line(Items.Albumin, 1, When.Day(1), price: 400) with { OwnShareRatio = 0.2m }).Auditing(Rulebook.Empty);

        Assert.Equal("400.00", answer.BudgetAfter!.Cost.ToString());
        Assert.Equal(answer.BudgetBefore, answer.BudgetAfter);
        Assert.Equal("80.00", answer.OwnShare.ToString());
    }

    [Fact]
    public void An_encounter_that_was_never_admitted_is_judged_partly() =>
        Assert.Equal(["encounter_not_admitted"], Inpatient.Unknown().Auditing(ForWomen).StateReasons.Select(reason => reason.Code));

    [Fact]
    public void Orders_are_not_audited()
    {
        var patient = Inpatient.Male(62);

        Assert.Throws<ArgumentException>(() => Evaluator.AuditEncounter(
            "c", ForWomen.Release, ForWomen.Dictionary, patient.State, patient.Facts, new CheckRequest([], Stage.Order), When.Day(1)));
    }

    [Fact]
    public void The_same_encounter_is_judged_the_same_however_its_orders_come()
    {
        var orders = Enumerable.Range(1, 6).Select(day => Ordered.Drug(Items.Albumin, day: day)).ToArray();

        var (there, back) = (Inpatient.Male(62).Signed(orders).Auditing(ForWomen), Inpatient.Male(62).Signed([.. orders.Reverse()]).Auditing(ForWomen));

        Assert.Equal(there.Findings.Select(finding => (finding.Key, finding.Offender)), back.Findings.Select(finding => (finding.Key, finding.Offender)));
    }

    private static Core.Rules.RuleFile AtDischarge => new("payment/at-discharge.json", """
        { "WorkflowName": "at-discharge", "Rules": [ {
            "RuleName": "checked-at-discharge", "Expression": "limit.Sex != patient.Sex", "ErrorMessage": "【$(item.Name)】限$(limit.Sex)性",
            "Properties": { "title": "出院前审核", "family": "性别", "domain": "payment", "severity": "suspicion", "response": "justify",
                "stages": "D", "decisions": "override", "knowledge": "sex_limits", "state": "active" } } ] }
        """);
}
