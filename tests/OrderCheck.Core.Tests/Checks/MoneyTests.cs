using OrderCheck.Core.Amounts;
using OrderCheck.Core.Checks;
using OrderCheck.Core.Findings;
using OrderCheck.Core.Orders;
using Xunit;

namespace OrderCheck.Core.Tests.Checks;

/// <summary>Prices, badges, own share and budget.</summary>
public sealed class MoneyTests
{
    private static readonly Rulebook Budgets = Rulebook.With(("budget_thresholds", "basis,percent\n标准成本,80\n支付标准,100\n"));

    [Theory]
    [InlineData("29.99", false)]
    [InlineData("30.00", false)]
    [InlineData("30.01", true)]
    [InlineData("30.000001", true)]
    public void A_ceiling_may_be_reached_not_passed(string price, bool found)
    {
        var rules = Rulebook.With(("price_ceilings", $"item_code,level,ceiling,unit\n{Items.Acupuncture},3,30,次\n{Items.Acupuncture},2,10,次\n"));
        var charge = Billed.Line(Items.Acupuncture, 1, When.Day(1), decimal.Parse(price, System.Globalization.CultureInfo.InvariantCulture));

        var answer = Inpatient.Male(62).Charging(rules, charge);

        Assert.Equal(found, answer.Findings.Count == 1);
        Assert.DoesNotContain(answer.Findings, finding => finding.AllowedDecisions.Contains(DecisionKind.SelfPay));
    }

    [Fact]
    public void Class_乙_and_丙_are_badges_with_one_total()
    {
        var answer = Inpatient.Male(62).Ordering(
            Rulebook.Empty, Ordered.Drug(Items.Albumin), Ordered.Drug(Items.Aspirin), Ordered.Piece(Items.Ginseng, grams: 10, sets: 1));

        Assert.Empty(answer.Findings);
        Assert.Equal([("乙类", "80.00"), ("自费", "20.00")], answer.Flags.Select(flag => (flag.Kind, flag.Amount.ToString()!)));
        Assert.Equal("100.00", answer.OwnShare.ToString());
    }

    [Fact]
    public void An_own_share_that_is_not_known_in_part_is_not_told()
    {
        var rules = Rulebook.Empty with { Dictionary = Core.Hospitals.HospitalDictionary.Empty(Rulebook.Hospital) };

        Assert.Null(Inpatient.Male(62).Ordering(rules, Ordered.Drug(Items.Albumin)).OwnShare);
    }

    [Theory]
    [InlineData(999, false)]
    [InlineData(1000, false)]
    [InlineData(1001, true)]
    public void A_dear_consumable_is_flagged_over_its_price(int price, bool flagged)
    {
        var rules = Rulebook.With(("flags", $"item_code,kind,text,over_price\n{Items.Stent},高值耗材,单价超过1000元,1000\n"));

        var answer = Inpatient.Male(62).Charging(rules, Billed.Line(Items.Stent, 1, When.Day(1), price));

        Assert.Equal(flagged, answer.Flags.Any(flag => flag.Kind == "高值耗材"));
        Assert.Empty(answer.Findings);
    }

    [Fact]
    public void A_self_paid_line_has_answered_what_self_pay_answers()
    {
        var rules = Rulebook.With(("insurance_limits", $"item_code,insurance\n{Items.Albumin},工伤\n"), ("sex_limits", $"item_code,sex\n{Items.Albumin},女\n"));

        var answer = Inpatient.Male(40).Ordering(rules, Ordered.Drug(Items.Albumin) with { SelfPay = true });

        Assert.Equal(["item-for-the-other-sex"], answer.Findings.Select(finding => finding.Rule));
        Assert.Equal("400.00", answer.OwnShare.ToString());
    }

    [Theory]
    [InlineData("7999.99", false)]
    [InlineData("8000.00", true)]
    [InlineData("8000.01", true)]
    public void Eighty_percent_of_the_standard_cost_is_told_when_it_is_reached(string cost, bool told)
    {
        var yuan = decimal.Parse(cost, System.Globalization.CultureInfo.InvariantCulture);
        var patient = Inpatient.Male(62).Budgeted(10_000, 20_000);

        var answer = patient.Charging(Budgets, Billed.Line(Items.Stent, 1, When.Day(1), yuan));

        Assert.Equal(told, answer.Findings.Count == 1);
        Assert.All(answer.Findings, finding => Assert.Equal((Domain.Money, Response.Inform), (finding.Domain, finding.Response)));
        Assert.Equal(Money.FromYuan(yuan), answer.BudgetAfter!.Cost);
        Assert.Equal(Money.Zero, answer.BudgetBefore!.Cost);
    }

    [Fact]
    public void A_threshold_is_told_once_per_crossing()
    {
        var patient = Inpatient.Male(62).Budgeted(10_000, 20_000).Charged(Billed.Line(Items.Stent, 1, When.Day(1), 8_000));

        Assert.Empty(patient.Charging(Budgets, Billed.Line(Items.Stent, 1, When.Day(2), 1_000)).Findings);
        Assert.Equal(["payment-standard-reached"], patient.Charging(Budgets, Billed.Line(Items.Stent, 1, When.Day(2), 12_000)).Findings.Select(finding => finding.Rule));
    }

    [Fact]
    public void What_is_signed_and_not_yet_charged_is_part_of_the_cost()
    {
        var stent = Ordered.Service(Items.Stent) with { Kind = OrderKind.Consumable, Quantity = null };
        var patient = Inpatient.Male(62).Budgeted(10_000, 20_000).Signed(stent);

        var drafted = patient.Ordering(Budgets, Ordered.Drug(Items.Albumin));
        Assert.Equal(("8000.00", "8400.00"), (drafted.BudgetBefore!.Cost.ToString(), drafted.BudgetAfter!.Cost.ToString()));
        Assert.Equal(84.0m, drafted.BudgetAfter.PercentOfStandardCost);

        // Its charge takes the plan's place.
        var charged = patient.Charging(Budgets, Billed.Line(Items.Stent, 1, When.Day(1), 8_000, stent.Id));
        Assert.Equal(("8000.00", "8000.00"), (charged.BudgetBefore!.Cost.ToString(), charged.BudgetAfter!.Cost.ToString()));
    }

    [Fact]
    public void Judging_a_signed_order_again_does_not_count_it_twice()
    {
        var order = Ordered.Drug(Items.Albumin);
        var answer = Inpatient.Male(62).Budgeted(10_000, 20_000).Signed(order).Ordering(Budgets, Stage.Verify, order);

        Assert.Equal("400.00", answer.BudgetAfter!.Cost.ToString());
    }

    [Fact]
    public void Without_a_budget_nothing_is_told_and_nothing_is_missing()
    {
        var answer = Inpatient.Male(62).Ordering(Budgets, Ordered.Drug(Items.Albumin));

        Assert.Null(answer.BudgetBefore);
        Assert.Equal(0, answer.UndeterminedCount);
    }
}
