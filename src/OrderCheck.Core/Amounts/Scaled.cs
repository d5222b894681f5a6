namespace OrderCheck.Core.Amounts;

/// <summary>Whole numbers of a small unit as decimals of a larger one.</summary>
internal static class Scaled
{
    /// <summary>The number divided by a power of ten, without zeros at its end: what a division of decimals gives, at a fraction of its price.</summary>
    /// <param name="number">Of the small unit.</param>
    /// <param name="decimals">How many of it make one of the larger, as a power of ten: 0 to 18.</param>
    public static decimal Down(long number, byte decimals)
    {
        while (decimals > 0)
        {
            var (tenth, rest) = Math.DivRem(number, 10);
            if (rest != 0)
                break;
            (number, decimals) = (tenth, (byte)(decimals - 1));
        }
        var magnitude = unchecked(number < 0 ? 0 - (ulong)number : (ulong)number);
        return new decimal(unchecked((int)magnitude), unchecked((int)(magnitude >> 32)), 0, number < 0, decimals);
    }
}
