using OrderCheck.Core.Amounts;
using OrderCheck.Core.Orders;
using OrderCheck.Core.Tests.Checks;
using Xunit;

namespace OrderCheck.Core.Tests.Orders;

/// <summary>What the HIS says that an order costs is what it costs; the hospital's price list says what nobody told.</summary>
public sealed class OrderedPriceTests
{
    private static readonly Money Price = Money.FromYuan(12.5m);

    [Fact]
    public void What_the_HIS_charges_comes_before_the_price_list()
    {
        Assert.Equal(Price, Line(Tablets(Items.Aspirin) with { UnitPrice = Price }).UnitPrice);
        Assert.Equal(Money.FromYuan(2.5m), Line(Tablets(Items.Aspirin) with { Amount = Money.FromYuan(5) }).UnitPrice);
    }

    [Fact]
    public void Without_a_price_of_the_HIS_the_list_says_it_and_nothing_is_no_price()
    {
        Assert.Equal(Money.FromYuan(0.5m), Line(Tablets(Items.Aspirin)).UnitPrice);
        Assert.Equal(Money.FromYuan(0.5m), Line(Tablets(Items.Aspirin) with { UnitPrice = Money.Zero, Amount = Money.Zero }).UnitPrice);
    }

    [Fact]
    public void A_line_amounts_to_what_the_HIS_charges_for_it_though_quantity_and_price_say_otherwise()
    {
        var discounted = Tablets(Items.Aspirin) with { UnitPrice = Price, Amount = Money.FromYuan(20) };

        Assert.Equal(Money.FromYuan(20), OrderedPrice.AmountOf(discounted, Line(discounted)));
        Assert.Equal(Money.FromYuan(25), OrderedPrice.AmountOf(discounted with { Amount = null }, Line(discounted)));
    }

    [Fact]
    public void Each_execution_costs_it_again_and_the_sets_of_a_prescription_all_together()
    {
        var thrice = Tablets(Items.Aspirin) with { Frequency = "tid", Days = 1, Amount = Money.FromYuan(20) };
        var pieces = Ordered.Piece(Items.Ginseng, grams: 10, sets: 7) with { Amount = Money.FromYuan(140), Days = 7 };

        Assert.Equal(Money.FromYuan(60), OrderedPrice.AmountOf(thrice, Line(thrice)));
        Assert.Equal(Money.FromYuan(140), OrderedPrice.AmountOf(pieces, Line(pieces)));
    }

    [Fact]
    public void Without_a_price_in_the_list_the_HISs_own_is_taken()
    {
        var line = Line(Tablets(Items.Ticagrelor) with { UnitPrice = Price, Amount = Money.FromYuan(999) });

        Assert.Equal((Price, Money.FromYuan(25)), (line.UnitPrice, line.Amount));
        Assert.Null(Line(Tablets(Items.Ticagrelor)).UnitPrice);
    }

    [Fact]
    public void A_price_of_another_unit_is_worked_out_from_what_all_of_it_costs()
    {
        var boxes = Ordered.Drug(Items.Ticagrelor) with { Quantity = new Quantity(2, "盒"), UnitPrice = Money.FromYuan(140), Amount = Money.FromYuan(280) };
        var rules = Rulebook.Empty.Mapping("units", $"item_code,from_unit,to_unit,factor\n{Items.Ticagrelor},盒,片,14\n");

        Assert.Equal(Money.FromYuan(10), Line(boxes, rules).UnitPrice);
    }

    [Fact]
    public void The_pieces_of_a_prescription_cost_what_all_its_sets_cost()
    {
        var line = Line(Ordered.Piece(Items.Ginseng, grams: 10, sets: 7) with { Amount = Money.FromYuan(140) });

        Assert.Equal((Money.FromYuan(2), Money.FromYuan(140)), (line.UnitPrice, line.Amount));
    }

    private static Order Tablets(string item) => Ordered.Drug(item) with { Quantity = new Quantity(2, "片") };

    private static ExpectedLine Line(Order order, Rulebook? rules = null)
    {
        rules ??= Rulebook.Empty;
        return Assert.Single(OrderExpansion.Expand(order, rules.Release, rules.Dictionary, When.Day(1)).Lines);
    }
}
