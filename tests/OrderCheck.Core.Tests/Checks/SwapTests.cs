using OrderCheck.Core.Findings;
using Xunit;

namespace OrderCheck.Core.Tests.Checks;

/// <summary>串换: what is billed is not what was ordered, and nothing explains it.</summary>
public sealed class SwapTests
{
    private static readonly Rulebook Known = Rulebook.With(
        ("swap_pairs", $"item_code,other_codes,other_name\n{Items.Acupuncture},{Items.Moxibustion},灸法\n"));

    private static readonly Rulebook Any = Rulebook.With(
        ("swap_pairs", $"item_code,other_codes,other_name\n*,,\n{Items.Acupuncture},{Items.Moxibustion},灸法\n"));

    [Fact]
    public void A_known_swap_names_what_was_ordered()
    {
        var order = Ordered.Service(Items.Moxibustion);

        var finding = Assert.Single(Inpatient.Male(62).Signed(order).Charging(Any, Billed.Line(Items.Acupuncture, 1, When.Day(1), order: order.Id)).Findings);

        Assert.Equal("医嘱为【灸法】，收费为【普通针刺】，疑为串换收费", finding.Message);
        Assert.Equal((Items.Acupuncture, Items.Moxibustion, order.Id), (finding.Offender!.ItemCode, finding.Counterpart!.ItemCode, finding.Counterpart.OrderId));
        Assert.Equal(Severity.Violation, finding.Severity);
    }

    [Fact]
    public void A_known_swap_is_found_where_charges_name_no_order()
    {
        var patient = Inpatient.Male(62).Signed(Ordered.Service(Items.Moxibustion));
        var charge = Billed.Line(Items.Acupuncture, 1, day: 1);

        Assert.Single(patient.Charging(Known, charge).Findings);
        Assert.Empty(patient.Charged(Items.Moxibustion, 1).Charging(Known, charge).Findings);
        Assert.Empty(patient.Signed(Ordered.Service(Items.Acupuncture)).Charging(Known, charge).Findings);
        Assert.Empty(patient.Charging(Known, Billed.Line(Items.Acupuncture, 1, day: 2)).Findings);
    }

    [Fact]
    public void Any_other_item_of_the_same_kind_is_a_suspicion()
    {
        var order = Ordered.Service(Items.Infusion);

        var finding = Assert.Single(Inpatient.Male(62).Signed(order).Charging(Any, Billed.Line(Items.Moxibustion, 1, When.Day(1), order: order.Id)).Findings);

        Assert.Equal(("billed-otherwise-than-ordered", Severity.Suspicion), (finding.Rule, finding.Severity));
        Assert.Equal("收费【灸法】与所据医嘱【静脉输液】不是同一项目，也没有对照说明", finding.Message);
    }

    [Fact]
    public void The_ordered_item_itself_is_none() =>
        Assert.Empty(Billing(Items.Moxibustion, Items.Moxibustion, Any).Findings);

    [Fact]
    public void Material_for_an_operation_is_none() => Assert.Empty(Billing(Items.Acupuncture, Items.Stent, Any).Findings);

    [Fact]
    public void What_is_billed_beside_the_ordered_item_is_none()
    {
        var order = Ordered.Service(Items.Infusion);
        var patient = Inpatient.Male(62).Signed(order).Charged(Billed.Line(Items.Infusion, 1, When.Day(1), order: order.Id));

        Assert.Empty(patient.Charging(Any, Billed.Line(Items.Moxibustion, 1, When.Day(1), order: order.Id)).Findings);
    }

    [Fact]
    public void What_the_map_bills_for_the_order_is_none()
    {
        var rules = Any.Mapping("order_charges", $"order_code,item_code,quantity,unit,per\n{Items.Infusion},{Items.Moxibustion},1,次,次\n");

        Assert.Empty(Billing(Items.Infusion, Items.Moxibustion, rules).Findings);
    }

    [Fact]
    public void Another_makers_pack_of_the_same_drug_is_none()
    {
        var order = Ordered.Drug(Items.Aspirin[..12] + "99999999999");

        Assert.Empty(Inpatient.Male(62).Signed(order).Charging(Any, Billed.Line(Items.Aspirin, 1, When.Day(1), order: order.Id)).Findings);
    }

    [Fact]
    public void An_order_whose_code_maps_to_nothing_leaves_it_undetermined()
    {
        var order = Ordered.Service(Items.Infusion) with { ItemCode = null, ItemHospitalCode = "X1" };

        var finding = Assert.Single(
            Inpatient.Male(62).Signed(order).Charging(Known, Billed.Line(Items.Acupuncture, 1, When.Day(1), order: order.Id)).Findings);

        Assert.Equal((true, "other.OrderedInstead"), (finding.Undetermined, finding.MissingInputs[0]));
    }

    [Fact]
    public void A_charge_without_any_order_is_no_swap() =>
        Assert.Empty(Inpatient.Male(62).Charging(Any, Billed.Line(Items.Acupuncture, 1, day: 1)).Findings);

    private static Core.Checks.CheckAnswer Billing(string ordered, string billed, Rulebook rules)
    {
        var order = Ordered.Service(ordered);
        return Inpatient.Male(62).Signed(order).Charging(rules, Billed.Line(billed, 1, When.Day(1), order: order.Id));
    }
}
