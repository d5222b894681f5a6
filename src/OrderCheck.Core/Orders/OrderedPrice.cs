using OrderCheck.Core.Amounts;
using OrderCheck.Core.Catalogue;

namespace OrderCheck.Core.Orders;

/// <summary>What the HIS says that an ordered item costs, as the price of a unit that is billed.</summary>
internal static class OrderedPrice
{
    private const int Decimals = 6;

    /// <summary>Null where it was not told, or in a unit of which nobody knows how many billed ones it is. HISs send 0 for a price that they do not have.</summary>
    /// <param name="uses">Planned, in the billed unit; empty where their quantity is not known.</param>
    public static Money? PerUnit(Order order, CatalogueItem? item, ReadOnlySpan<PlannedUse> uses)
    {
        if (order.UnitPrice is { } price && price > Money.Zero && (order.Quantity is not { Unit: var unit } || unit == Quantity.BilledUnit || item is null || string.Equals(unit, item.Unit, StringComparison.OrdinalIgnoreCase)))
            return price;
        return order.Amount is { } amount && amount > Money.Zero && QuantityOf(order, uses) is > 0 and var quantity
            && Money.TryFromYuan(decimal.Round(amount.ToYuan() / quantity, Decimals, MidpointRounding.AwayFromZero), out var each) ? each : null;
    }

    /// <summary>
    /// What the line costs with all its uses. What the HIS says that it charges is what is paid, or not paid: the hospital's price
    /// list only says what nobody told.
    /// </summary>
    public static Money? AmountOf(Order order, ExpectedLine line)
    {
        if (!line.IsOrderedItem || order is not { Amount: { } amount, Quantity: not null } || amount <= Money.Zero)
            return line.Amount;
        var executions = order.Kind == OrderKind.Herb ? 1 : line.Uses.Length;
        return Money.TryFromYuan(amount.ToYuan() * executions, out var all) ? all.RoundToFen() : line.Amount;
    }

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
