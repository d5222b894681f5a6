using OrderCheck.Core.Amounts;
using OrderCheck.Core.Catalogue;

namespace OrderCheck.Core.Orders;

/// <summary>What the HIS says that an ordered item costs, as the price of a unit that is billed.</summary>
internal static class OrderedPrice
{
    private const int Decimals = 6;

    /// <summary>Null where it was not told, or in a unit of which nobody knows how many billed ones it is.</summary>
    /// <param name="uses">Planned, in the billed unit; empty where their quantity is not known.</param>
    public static Money? PerUnit(Order order, CatalogueItem? item, ReadOnlySpan<PlannedUse> uses)
    {
        if (order is { UnitPrice: null, Amount: null })
            return null;
        if (order.UnitPrice is { } price && (order.Quantity is not { Unit: var unit } || unit == Quantity.BilledUnit || item is null || string.Equals(unit, item.Unit, StringComparison.OrdinalIgnoreCase)))
            return price;
        return order.Amount is { } amount && QuantityOf(order, uses) is > 0 and var quantity
            && Money.TryFromYuan(decimal.Round(amount.ToYuan() / quantity, Decimals, MidpointRounding.AwayFromZero), out var each) ? each : null;
    }

    /// <summary>Where the line is about to be charged, what the HIS charges counts, not what the price list says.</summary>
    public static ExpectedLine AsCharged(Order order, ExpectedLine line) =>
        line.IsOrderedItem && PerUnit(order, line.Item, line.QuantityKnown ? line.Uses.AsSpan() : []) is { } price ? line with { UnitPrice = price } : line;

    /// <summary>Of one execution; the pieces of a prescription are paid for all its sets.</summary>
    private static decimal QuantityOf(Order order, ReadOnlySpan<PlannedUse> uses)
    {
        if (order.Kind != OrderKind.Herb)
            return uses is [var first, ..] ? first.Quantity : 0;
        var sum = 0m;
        foreach (ref readonly var use in uses)
            sum += use.Quantity;
        return sum;
    }
}
