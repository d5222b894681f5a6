using OrderCheck.Core.Amounts;

namespace OrderCheck.Core.Orders;

/// <summary>
/// What the quantity of a piece (饮片) is: sets (付), of which <see cref="Order.Dose"/> has the grams; or, where a caller tells only
/// what it bills, as NHSA 3101 does, the weight of all sets together. How many sets that is, nobody knows then.
/// </summary>
public static class HerbQuantity
{
    private const decimal OneSet = 1;

    /// <summary>Sets; one where no quantity is told. Null where the quantity is a weight.</summary>
    public static decimal? Sets(Order piece) => piece.Quantity switch
    {
        null => OneSet,
        { } billed when IsBilled(piece, billed) => null,
        { } sets => sets.Value,
    };

    /// <summary>Grams of all sets; null where they cannot be told.</summary>
    public static decimal? Grams(Order piece)
    {
        if (piece.Quantity is not { } quantity)
            return null;
        return IsBilled(piece, quantity) ? GramsIn(quantity) : GramsOfASet(piece) * quantity.Value;
    }

    /// <summary>Null where the dose is not by weight, or was not told.</summary>
    public static decimal? GramsOfASet(Order piece) => piece.Dose is { } dose ? GramsIn(dose) : null;

    private static decimal? GramsIn(Quantity quantity) => quantity.Unit switch
    {
        "g" or "克" => quantity.Value,
        "mg" or "毫克" => quantity.Value / 1000,
        "kg" or "千克" => quantity.Value * 1000,
        _ => null,
    };

    /// <summary>It is what is billed, not sets.</summary>
    private static bool IsBilled(Order piece, Quantity quantity) =>
        piece.Dose is null && (quantity.Unit == Quantity.BilledUnit || GramsIn(quantity) is not null);
}
