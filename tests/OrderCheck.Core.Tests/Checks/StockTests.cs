using OrderCheck.Core.Findings;
using Xunit;

namespace OrderCheck.Core.Tests.Checks;

/// <summary>串换: what is billed is not what the stock issued, or not what the operation record says was used.</summary>
public sealed class StockTests
{
    private static readonly Rulebook Stock = Rulebook.With(
        ("swap_pairs", $"item_code,other_codes,other_name,against\n{Items.Stent},,,出库\n{Items.Stent},,,使用\n"));

    [Fact]
    public void What_was_issued_is_named_beside_what_is_billed()
    {
        var finding = Assert.Single(Inpatient.Male(62).Charging(Stock, Stent() with { IssuedItemCode = Items.Albumin }).Findings);

        Assert.Equal("收费【冠状动脉支架】，库房发出的是【人血白蛋白】，疑为串换收费", finding.Message);
        Assert.Equal(("billed-otherwise-than-issued", Severity.Suspicion, "串换收费"), (finding.Rule, finding.Severity, finding.Family));
    }

    [Fact]
    public void What_was_used_is_named_beside_what_is_billed_also_before_discharge()
    {
        var charge = Stent() with { UsedItemCode = Items.Albumin };

        Assert.Equal("billed-otherwise-than-used", Assert.Single(Inpatient.Male(62).Charging(Stock, charge).Findings).Rule);
        Assert.Equal("billed-otherwise-than-used", Assert.Single(Inpatient.Male(62).Charged(charge).Auditing(Stock).Findings).Rule);
    }

    [Fact]
    public void The_hospitals_own_code_of_the_billed_item_is_the_same_item()
    {
        var mapped = Stock.Mapping("item_map", $"hospital_code,item_code\nS1,{Items.Stent}\nS2,{Items.Albumin}\n");

        Assert.Empty(Inpatient.Male(62).Charging(mapped, Stent() with { IssuedItemCode = "S1", UsedItemCode = Items.Stent }).Findings);
        Assert.Single(Inpatient.Male(62).Charging(mapped, Stent() with { IssuedItemCode = "S2", UsedItemCode = Items.Stent }).Findings);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("没有对照的编码")]
    public void What_is_not_told_or_in_no_table_is_counted_as_undetermined_and_not_shown(string? issued)
    {
        var answer = Inpatient.Male(62).Charging(Stock, Stent() with { IssuedItemCode = issued });

        Assert.Empty(answer.Findings);
        Assert.Equal(["line.IssuedAsBilled", "line.UsedAsBilled"], answer.Blind.Select(blind => blind.Input).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Rows_about_stock_are_no_rows_about_orders()
    {
        var order = Ordered.Service(Items.Acupuncture);

        Assert.Empty(Inpatient.Male(62).Signed(order).Charging(Stock, Billed.Line(Items.Stent, 1, When.Day(1), order: order.Id)).Findings);
    }

    private static Core.Charges.Charge Stent() => Billed.Line(Items.Stent, 1, day: 1);
}
