using Xunit;

namespace OrderCheck.Core.Tests.Checks;

/// <summary>分解收费 and 打包检查: parts that one item includes, and items that go along with another without an order of their own.</summary>
public sealed class PackageTests
{
    private static readonly Rulebook Parts = Rulebook.With(("package_parts",
        $"""
        item_code,item_name,whole_name,min_parts,window
        {Items.Acupuncture},普通针刺,综合治疗,3,单日
        {Items.Moxibustion},灸法,综合治疗,3,单日
        {Items.Infusion},静脉输液,综合治疗,3,单日
        {Items.Oxygen},氧气吸入,综合治疗,3,单日

        """));

    private static readonly Rulebook Bundle = Rulebook.With(
        ("bundled_items", $"item_code,other_codes,other_name,window\n{Items.Moxibustion},{Items.Acupuncture},普通针刺,单日\n"));

    [Fact]
    public void Enough_parts_on_a_day_are_told_once_and_named()
    {
        var answer = Inpatient.Male(62).Charging(
            Parts, Billed.Line(Items.Infusion, 1, day: 1), Billed.Line(Items.Acupuncture, 1, day: 1), Billed.Line(Items.Moxibustion, 1, day: 1));

        var finding = Assert.Single(answer.Findings);
        Assert.Equal("【静脉输液】与普通针刺、灸法应合并按【综合治疗】收费（单日），不得分解收费", finding.Message);
        Assert.Equal((Items.Infusion, Items.Acupuncture), (finding.Offender!.ItemCode, finding.Counterpart!.ItemCode));
    }

    [Fact]
    public void One_part_less_is_no_package() =>
        Assert.Empty(Inpatient.Male(62).Charged(Items.Acupuncture, 1).Charging(Parts, Billed.Line(Items.Moxibustion, 1, day: 1)).Findings);

    [Fact]
    public void The_same_part_twice_is_one_part() =>
        Assert.Empty(Inpatient.Male(62).Charged(Items.Acupuncture, 1).Charged(Items.Acupuncture, 1).Charging(Parts, Billed.Line(Items.Moxibustion, 1, day: 1)).Findings);

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 0)]
    public void The_last_part_is_found_on_the_same_day_only(int day, int findings) =>
        Assert.Equal(findings, Inpatient.Male(62).Charged(Items.Acupuncture, 1).Charged(Items.Infusion, 1)
            .Charging(Parts, Billed.Line(Items.Moxibustion, 1, day)).Findings.Count);

    [Fact]
    public void Each_day_has_a_package_of_its_own()
    {
        var answer = Inpatient.Male(62).Charging(Parts, [.. Enumerable.Range(1, 2).SelectMany(day => new[]
        {
            Billed.Line(day == 1 ? Items.Infusion : Items.Oxygen, 1, day), Billed.Line(Items.Acupuncture, 1, day), Billed.Line(Items.Moxibustion, 1, day),
        })]);

        Assert.Equal([Items.Oxygen, Items.Infusion], answer.Findings.Select(finding => finding.Offender!.ItemCode).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_part_that_was_taken_back_is_none()
    {
        var charge = Billed.Line(Items.Infusion, 1, day: 1);

        Assert.Empty(Inpatient.Male(62).Charged(Items.Acupuncture, 1).Charged(charge, Billed.Refund(charge, 1))
            .Charging(Parts, Billed.Line(Items.Moxibustion, 1, day: 1)).Findings);
    }

    [Fact]
    public void Orders_are_not_split_charges_are() =>
        Assert.Empty(Inpatient.Male(62).Ordering(
            Parts, Ordered.Service(Items.Acupuncture), Ordered.Service(Items.Moxibustion), Ordered.Service(Items.Infusion)).Findings);

    [Fact]
    public void What_is_billed_along_needs_an_order_of_its_own()
    {
        var main = Ordered.Service(Items.Acupuncture);
        var patient = Inpatient.Male(62).Signed(main).Charged(Billed.Line(Items.Acupuncture, 1, When.Day(1), order: main.Id));

        var finding = Assert.Single(patient.Charging(Bundle, Billed.Line(Items.Moxibustion, 1, day: 1)).Findings);

        Assert.Equal("【灸法】随【普通针刺】打包收取（单日），没有自己的医嘱", finding.Message);
        Assert.Equal(main.Id, finding.Counterpart!.OrderId);
    }

    [Fact]
    public void An_order_of_its_own_makes_it_right_named_by_the_charge_or_not()
    {
        var own = Ordered.Service(Items.Moxibustion);
        var patient = Inpatient.Male(62).Signed(own).Charged(Items.Acupuncture, 1);

        Assert.Empty(patient.Charging(Bundle, Billed.Line(Items.Moxibustion, 1, day: 1)).Findings);
        Assert.Empty(patient.Charging(Bundle, Billed.Line(Items.Moxibustion, 1, When.Day(1), order: own.Id)).Findings);
        Assert.Single(patient.Charged(Items.Acupuncture, 1, day: 3).Charging(Bundle, Billed.Line(Items.Moxibustion, 1, day: 3)).Findings);
    }

    [Fact]
    public void What_the_map_bills_for_an_order_has_that_order()
    {
        var rules = Bundle.Mapping("order_charges", $"order_code,item_code,quantity,unit,per\n{Items.Acupuncture},{Items.Acupuncture},1,次,次\n{Items.Acupuncture},{Items.Moxibustion},1,次,次\n");

        Assert.Empty(Inpatient.Male(62).Signed(Ordered.Service(Items.Acupuncture)).Charged(Items.Acupuncture, 1)
            .Charging(rules, Billed.Line(Items.Moxibustion, 1, day: 1)).Findings);
    }

    [Fact]
    public void Alone_it_is_along_with_nothing() =>
        Assert.Empty(Inpatient.Male(62).Charging(Bundle, Billed.Line(Items.Moxibustion, 1, day: 1)).Findings);
}
