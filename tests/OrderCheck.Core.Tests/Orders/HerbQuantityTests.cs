using OrderCheck.Core.Amounts;
using OrderCheck.Core.Orders;
using OrderCheck.Core.Tests.Checks;
using Xunit;

namespace OrderCheck.Core.Tests.Orders;

/// <summary>A piece is ordered by sets and grams of a set; a caller of 3101 tells its weight in all.</summary>
public sealed class HerbQuantityTests
{
    [Fact]
    public void Sets_of_so_many_grams_are_a_set_a_day()
    {
        var piece = Ordered.Piece(Items.Ginseng, grams: 10, sets: 7);

        Assert.Equal((7m, 70m, 10m), (HerbQuantity.Sets(piece), HerbQuantity.Grams(piece), HerbQuantity.GramsOfASet(piece)));
        Assert.Equal((7, 70m), (Line(piece).Uses.Length, Line(piece).Quantity));
    }

    [Theory]
    [InlineData("g", 70, 70)]
    [InlineData("mg", 7000, 7)]
    public void A_weight_alone_is_of_all_sets_and_is_used_at_once_since_nobody_knows_how_many_they_are(string unit, int value, int grams)
    {
        var piece = Ordered.Piece(Items.Ginseng) with { Dose = null, Quantity = new Quantity(value, unit) };

        Assert.Null(HerbQuantity.Sets(piece));
        Assert.Null(HerbQuantity.GramsOfASet(piece));
        Assert.Equal(grams, HerbQuantity.Grams(piece));
    }

    [Fact]
    public void A_weight_alone_is_billed_as_it_is()
    {
        var line = Line(Ordered.Piece(Items.Ginseng) with { Dose = null, Quantity = new Quantity(70, "g") });

        Assert.Equal((1, 70m), (line.Uses.Length, line.Quantity));
    }

    [Fact]
    public void A_number_in_whatever_is_billed_is_neither_sets_nor_grams()
    {
        var piece = Ordered.Piece(Items.Ginseng) with { Dose = null, Quantity = new Quantity(70, Quantity.BilledUnit) };

        Assert.Equal((null, null), (HerbQuantity.Sets(piece), HerbQuantity.Grams(piece)));
        Assert.Equal((1, 70m), (Line(piece).Uses.Length, Line(piece).Quantity));
    }

    [Fact]
    public void Sets_without_grams_are_sets() =>
        Assert.Equal((7m, null), (HerbQuantity.Sets(Sets), HerbQuantity.Grams(Sets)));

    private static Order Sets => Ordered.Piece(Items.Ginseng) with { Dose = null };

    private static ExpectedLine Line(Order order) =>
        Assert.Single(OrderExpansion.Expand(order, Rulebook.Empty.Release, Rulebook.Empty.Dictionary, When.Day(1)).Lines);
}
