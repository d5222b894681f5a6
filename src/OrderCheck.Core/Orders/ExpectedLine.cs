using System.Collections.Immutable;
using OrderCheck.Core.Amounts;
using OrderCheck.Core.Catalogue;

namespace OrderCheck.Core.Orders;

/// <summary>What an order is expected to be billed as: one item with its planned uses.</summary>
public sealed record ExpectedLine
{
    public required string ItemCode { get; init; }

    /// <summary>Null where the catalogue does not have the code on that day.</summary>
    public CatalogueItem? Item { get; init; }
    public string? ItemName { get; init; }
    public string? Unit { get; init; }

    /// <summary>Of a billed unit, as the HIS says that it charges it, else by the hospital's price list; null where nobody says.</summary>
    public Money? UnitPrice { get; init; }

    /// <summary>In the order of time.</summary>
    public required ImmutableArray<PlannedUse> Uses { get; init; }

    /// <summary>False: the uses are planned, how much of the item they take is not known.</summary>
    public bool QuantityKnown { get; init; } = true;

    /// <summary>The item that was ordered, not what is billed beside it.</summary>
    public bool IsOrderedItem { get; init; }

    public decimal Quantity
    {
        get
        {
            var sum = 0m;
            foreach (ref readonly var use in Uses.AsSpan())
                sum += use.Quantity;
            return sum;
        }
    }

    /// <summary>Null where price or quantity is not known, or the amount is beyond what money can be.</summary>
    public Money? Amount =>
        QuantityKnown && UnitPrice is { } price
        && Money.TryFromYuan(decimal.Round(price.ToYuan() * Quantity, 2, MidpointRounding.AwayFromZero), out var amount) ? amount : null;
}
