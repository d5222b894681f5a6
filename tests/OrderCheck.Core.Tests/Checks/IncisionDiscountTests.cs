using OrderCheck.Core.Charges;
using Xunit;

namespace OrderCheck.Core.Tests.Checks;

/// <summary>Several operations through one incision: the dearest is billed whole, the others at a share (同一切口第二手术).</summary>
public sealed class IncisionDiscountTests
{
    // Prices: 30, 20 and 10 yuan.
    private const string First = Items.Acupuncture;
    private const string Second = Items.Moxibustion;
    private const string Third = Items.Infusion;

    private static readonly Rulebook Rules = Rulebook.With(("incision_groups",
        $"""
        item_code,item_name,group_name,rate
        {First},甲手术,胃肠手术组,50
        {Second},乙手术,胃肠手术组,50
        {Third},丙手术,胃肠手术组,50

        """));

    [Fact]
    public void The_cheaper_of_two_that_are_billed_whole_is_told_with_the_other()
    {
        var finding = Assert.Single(Inpatient.Male(62).Charging(Rules, Whole(Second, 20), Whole(First, 30)).Findings);

        Assert.Equal((Second, First), (finding.Offender!.ItemCode, finding.Counterpart!.ItemCode));
        Assert.Equal("【灸法】与【普通针刺】经同一切口进行，第二及以后的手术应按价格的50%计收，两项均高于此比例", finding.Message);
        Assert.Contains(finding.Facts, fact => fact is { Name: "other.OwnPriceShare", Value: "100%" });
    }

    [Fact]
    public void Of_three_the_dearest_is_right() =>
        Assert.Equal(
            [Third, Second],
            Inpatient.Male(62).Charging(Rules, Whole(Third, 10), Whole(First, 30), Whole(Second, 20)).Findings
                .Select(finding => finding.Offender!.ItemCode).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData(1000, false)]
    [InlineData(1001, true)]
    [InlineData(500, false)]
    public void The_share_has_its_boundary(int fen, bool found) =>
        Assert.Equal(found, Inpatient.Male(62).Charged(Whole(First, 30)).Charging(Rules, Whole(Second, fen / 100m)).Findings.Count == 1);

    [Fact]
    public void Half_an_operation_at_the_whole_price_is_discounted() =>
        Assert.Empty(Inpatient.Male(62).Charged(Whole(First, 30)).Charging(Rules, Billed.Line(Second, 0.5m, When.Day(1), 20)).Findings);

    [Fact]
    public void The_dearer_one_that_is_billed_last_is_found_since_the_other_was_not_discounted()
    {
        var finding = Assert.Single(Inpatient.Male(62).Charged(Whole(Second, 20)).Charging(Rules, Whole(First, 30)).Findings);

        Assert.Equal((First, Second), (finding.Offender!.ItemCode, finding.Counterpart!.ItemCode));
    }

    [Fact]
    public void One_operation_alone_is_billed_whole() => Assert.Empty(Inpatient.Male(62).Charging(Rules, Whole(First, 30)).Findings);

    [Fact]
    public void Another_day_is_another_operation() =>
        Assert.Empty(Inpatient.Male(62).Charged(Whole(First, 30)).Charging(Rules, Billed.Line(Second, 1, When.Day(2), 20)).Findings);

    [Fact]
    public void Orders_of_two_groups_are_two_operations()
    {
        var (one, other) = (Ordered.Service(First) with { GroupNumber = "G1" }, Ordered.Service(Second) with { GroupNumber = "G2" });
        var patient = Inpatient.Male(62).Signed(one, other).Charged(Billed.Line(First, 1, When.Day(1), 30, one.Id));

        Assert.Empty(patient.Charging(Rules, Billed.Line(Second, 1, When.Day(1), 20, other.Id)).Findings);
        Assert.Single(Inpatient.Male(62).Signed(one, other with { GroupNumber = "G1" }).Charged(Billed.Line(First, 1, When.Day(1), 30, one.Id))
            .Charging(Rules, Billed.Line(Second, 1, When.Day(1), 20, other.Id)).Findings);
    }

    [Fact]
    public void What_was_taken_back_or_is_billed_at_the_share_is_no_whole_operation()
    {
        var first = Whole(First, 30);

        Assert.Empty(Inpatient.Male(62).Charged(first, Billed.Refund(first, 1)).Charging(Rules, Whole(Second, 20)).Findings);
        Assert.Empty(Inpatient.Male(62).Charged(Whole(First, 15)).Charging(Rules, Whole(Second, 20)).Findings);
    }

    [Fact]
    public void Without_a_price_nobody_can_tell()
    {
        var rules = Rulebook.With(("incision_groups", $"item_code,item_name,group_name,rate\n{First},甲手术,组,50\n{Second},乙手术,组,50\n"));
        var unpriced = rules with { Dictionary = Core.Hospitals.HospitalDictionary.Empty(Rulebook.Hospital) };

        var finding = Assert.Single(Inpatient.Male(62).Charged(Whole(First, 30)).Charging(unpriced, Whole(Second, 20)).Findings);

        Assert.True(finding.Undetermined);
    }

    [Fact]
    public void An_operation_in_two_groups_is_told_once()
    {
        var rules = Rulebook.With(("incision_groups",
            $"item_code,item_name,group_name,rate,point_id\n{First},甲,胃肠手术组,50,P1\n{Second},乙,胃肠手术组,50,P2\n{First},甲,经腹直肠手术组,50,P3\n{Second},乙,经腹直肠手术组,50,P4\n"));

        Assert.Single(Inpatient.Male(62).Charging(rules, Whole(First, 30), Whole(Second, 20)).Findings);
    }

    [Fact]
    public void Orders_have_no_price_to_judge() =>
        Assert.Empty(Inpatient.Male(62).Ordering(Rules, Ordered.Service(First), Ordered.Service(Second)).Findings);

    private static Charge Whole(string item, decimal price) => Billed.Line(item, 1, When.Day(1), price);
}
