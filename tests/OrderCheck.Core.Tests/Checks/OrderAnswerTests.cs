using OrderCheck.Core.Charges;
using OrderCheck.Core.Findings;
using OrderCheck.Core.Orders;
using Xunit;

namespace OrderCheck.Core.Tests.Checks;

/// <summary>What the doctor answered on an order holds for what is charged of it, at charge time and before discharge.</summary>
public sealed class OrderAnswerTests
{
    private static readonly Rulebook ForWomen = Rulebook.With(("sex_limits", $"item_code,sex\n{Items.Acupuncture},女\n"));

    private static readonly Rulebook TwiceADay = Rulebook.With(
        ("frequency_limits", $"item_code,max_quantity,unit,window,period_days\n{Items.Acupuncture},1,次,单日,\n"));

    private static readonly Order Order = Ordered.Service(Items.Acupuncture);

    [Theory]
    [InlineData(DecisionKind.Overridden, true)]
    [InlineData(DecisionKind.MeetsLimit, true)]
    [InlineData(DecisionKind.EmergencyBypass, true)]
    [InlineData(DecisionKind.Withdrawn, false)]
    [InlineData(DecisionKind.Changed, false)]
    [InlineData(DecisionKind.SelfPay, false)]
    public void The_charge_of_an_answered_order_comes_back_folded(DecisionKind kind, bool folded)
    {
        var patient = Answered(ForWomen, kind);
        var charge = For(Order);

        Assert.Equal(folded, Assert.Single(patient.Charging(ForWomen, charge).Findings).Folded);
        Assert.Equal(folded, Assert.Single(patient.Charged(charge).Auditing(ForWomen).Findings).Folded);
    }

    [Fact]
    public void A_charge_without_that_order_and_one_of_a_changed_order_are_told()
    {
        var patient = Answered(ForWomen, DecisionKind.Overridden);
        var changed = Order with { Revision = 1, Quantity = new(2, "次") };

        Assert.False(Assert.Single(patient.Charging(ForWomen, For(Order) with { OrderId = null }).Findings).Folded);
        Assert.False(Assert.Single(patient.Signed(changed).Charging(ForWomen, For(changed)).Findings).Folded);
    }

    [Fact]
    public void An_answer_to_one_rule_is_none_to_another()
    {
        var both = Rulebook.With(
            ("sex_limits", $"item_code,sex\n{Items.Acupuncture},女\n"), ("insurance_limits", $"item_code,insurance\n{Items.Acupuncture},工伤\n"));
        var patient = Inpatient.Male(62).Signed(Order);
        var decided = patient.Decided(patient.Ordering(both, Order).Findings.Single(finding => finding.Family == "性别"), DecisionKind.Overridden);

        Assert.Equal([("性别", true), ("险种", false)], decided.Charging(both, For(Order)).Findings.Select(finding => (finding.Family, finding.Folded)).OrderByDescending(told => told.Folded));
    }

    [Fact]
    public void Twice_on_a_day_that_was_answered_is_folded_when_the_second_is_charged_and_a_third_is_told()
    {
        var order = Ordered.Service(Items.Acupuncture, frequency: "bid", days: 1);
        var patient = Inpatient.Male(62).Signed(order);
        var decided = patient.Decided(Assert.Single(patient.Ordering(TwiceADay, order).Findings), DecisionKind.Overridden).Charged(For(order));

        Assert.True(Assert.Single(decided.Charging(TwiceADay, For(order)).Findings).Folded);
        Assert.False(Assert.Single(decided.Charged(For(order)).Charging(TwiceADay, For(order)).Findings).Folded);
    }

    private static Inpatient Answered(Rulebook rules, DecisionKind kind)
    {
        var patient = Inpatient.Male(62);
        return patient.Decided(Assert.Single(patient.Ordering(rules, Order).Findings), kind).Signed(Order);
    }

    private static Charge For(Order order) => Billed.Line(Items.Acupuncture, 1, When.Day(1), order: order.Id);
}
