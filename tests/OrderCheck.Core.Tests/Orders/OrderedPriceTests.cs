using OrderCheck.Core.Amounts;
using OrderCheck.Core.Orders;
using OrderCheck.Core.Tests.Checks;
using Xunit;

namespace OrderCheck.Core.Tests.Orders;

/// <summary>What the HIS says that an order costs, where the hospital's price list says nothing.</summary>
public sealed class OrderedPriceTests
{
    private static readonly Money Price = Money.FromYuan(12.5m);

    [Fact]
    public void The_price_list_comes_first() =>
        Assert.Equal(Money.FromYuan(0.5m), Line(Tablets(Items.Aspirin) with { UnitPrice = Price }).UnitPrice);

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
