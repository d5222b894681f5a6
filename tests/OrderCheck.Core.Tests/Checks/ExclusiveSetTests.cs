using OrderCheck.Core.Encounters;
using Xunit;

namespace OrderCheck.Core.Tests.Checks;

/// <summary>A set of items of which only one may be charged in the window.</summary>
public sealed class ExclusiveSetTests
{
    [Fact]
    public void Two_of_a_set_are_told_once_and_both_are_named()
    {
        var finding = Assert.Single(Inpatient.Male(62).Ordering(Set("单日"), Ordered.Service(Items.Acupuncture), Ordered.Service(Items.Moxibustion)).Findings);

        Assert.Equal(Items.Acupuncture, finding.Offender!.ItemCode);
        Assert.Equal((Items.Moxibustion, "灸法"), (finding.Counterpart!.ItemCode, finding.Counterpart.ItemName));
        Assert.Equal("【普通针刺】与【灸法】同属“体表治疗”，只能收取其中一项（单日）", finding.Message);
    }

    [Fact]
    public void Of_three_at_once_two_are_too_many()
    {
        var answer = Inpatient.Male(62).Ordering(
            Set("单日"), Ordered.Service(Items.Acupuncture), Ordered.Service(Items.Moxibustion), Ordered.Service(Items.Infusion));

        Assert.Equal(2, answer.Findings.Count);
        Assert.Equal(2, answer.Findings.Select(finding => (finding.Offender!.ItemCode, finding.Counterpart!.ItemCode)).Distinct().Count());
    }

    [Theory]
    [InlineData(Items.Acupuncture, Items.Moxibustion)]
    [InlineData(Items.Moxibustion, Items.Acupuncture)]
    [InlineData(Items.Infusion, Items.Acupuncture)]
    public void Whichever_comes_last_is_found(string first, string last) =>
        Assert.Equal(
            first, Assert.Single(Inpatient.Male(62).Charged(first, 1).Charging(Set("单日"), Billed.Line(last, 1, day: 1)).Findings).Counterpart!.ItemCode);

    [Fact]
    public void One_item_again_is_no_other() =>
        Assert.Empty(Inpatient.Male(62).Charged(Items.Acupuncture, 1).Charging(Set("单日"), Billed.Line(Items.Acupuncture, 1, day: 1)).Findings);

    [Theory]
    [InlineData("单日", 23 * 60, true)]
    [InlineData("单日", 24 * 60, false)]
    [InlineData("单次就诊", 20 * 24 * 60, true)]
    [InlineData("6小时", 360, true)]
    [InlineData("6小时", 361, false)]
    [InlineData("同一小时", 59, true)]
    [InlineData("同一小时", 60, false)]
    public void A_window_has_its_boundary(string window, int minutes, bool found)
    {
        var patient = Inpatient.Male(62).Charged(Billed.Line(Items.Moxibustion, 1, When.Day(1, 0)));

        Assert.Equal(found, patient.Charging(Set(window), Billed.Line(Items.Acupuncture, 1, When.Day(1, 0).AddMinutes(minutes))).Findings.Count == 1);
    }

    [Fact]
    public void What_was_taken_back_is_none_of_the_set()
    {
        var charge = Billed.Line(Items.Moxibustion, 1, day: 1);

        Assert.Empty(Inpatient.Male(62).Charged(charge, Billed.Refund(charge, 1)).Charging(Set("单日"), Billed.Line(Items.Acupuncture, 1, day: 1)).Findings);
    }

    [Fact]
    public void The_mothers_item_is_none_of_her_infants_set()
    {
        var mother = Inpatient.Female(30).GaveBirth("1", Sex.Male).Charged(Items.Moxibustion, 1);

        Assert.Empty(mother.Charging(Set("单日"), Billed.Line(Items.Acupuncture, 1, day: 1) with { InfantNo = "1" }).Findings);
    }

    [Fact]
    public void A_member_may_be_a_prefix_of_codes_and_leave_the_set_on_a_day()
    {
        var rules = Rulebook.With(("exclusive_sets",
            $"item_code,item_name,set_name,window,effective_to\n{Items.Acupuncture[..6]}*,针刺,体表治疗,单日,\n{Items.Moxibustion},灸法,体表治疗,单日,2026-03-03\n"));
        var patient = Inpatient.Male(62).Charged(Items.Acupuncture, 1, day: 2).Charged(Items.Acupuncture, 1, day: 3);

        Assert.Equal(Items.Acupuncture, Assert.Single(patient.Charging(rules, Billed.Line(Items.Moxibustion, 1, day: 2)).Findings).Counterpart!.ItemCode);
        Assert.Empty(patient.Charging(rules, Billed.Line(Items.Moxibustion, 1, day: 3)).Findings);
    }

    [Fact]
    public void On_the_day_of_a_transfer_one_bed_is_charged()
    {
        var rules = Rulebook.With(("exclusive_sets",
            $"item_code,item_name,set_name,window\n{Items.Bed},普通病房床位费,床位费,单日\n{Items.Nursing},监护病房床位费,床位费,单日\n"));
        var patient = Inpatient.Male(62).Charged(Items.Bed, 1, day: 3).With(new Transferred("ICU", "ICU", "1", null) { Id = "t", OccurredAt = When.Day(3, 15) });

        Assert.Single(patient.Charging(rules, Billed.Line(Items.Nursing, 1, day: 3)).Findings);
        Assert.Empty(patient.Charging(rules, Billed.Line(Items.Nursing, 1, day: 4)).Findings);
    }

    [Fact]
    public void A_planned_use_whose_quantity_is_not_known_is_there()
    {
        var signed = Ordered.Drug(Items.Vitamin, dose: new Core.Amounts.Quantity(2, "滴"));
        var rules = Rulebook.With(("exclusive_sets", $"item_code,set_name,window\n{Items.Vitamin},补液,单日\n{Items.Infusion},补液,单日\n"));

        Assert.Contains(Inpatient.Male(62).Signed(signed).Ordering(rules, Ordered.Service(Items.Infusion)).Findings, finding =>
            finding.Counterpart?.OrderId == signed.Id);
    }

    private static Rulebook Set(string window) => Rulebook.With(("exclusive_sets",
        $"""
        item_code,item_name,set_name,window
        {Items.Acupuncture},普通针刺,体表治疗,{window}
        {Items.Moxibustion},灸法,体表治疗,{window}
        {Items.Infusion},静脉输液,体表治疗,{window}

        """));
}
