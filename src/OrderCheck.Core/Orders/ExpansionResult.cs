namespace OrderCheck.Core.Orders;

/// <param name="Lines">What could be expanded.</param>
/// <param name="Gaps">What could not.</param>
public sealed record ExpansionResult(List<ExpectedLine> Lines, IReadOnlyList<ExpansionGap> Gaps)
{
    /// <summary>The order names a code that maps to no item.</summary>
    public bool LacksCode => Gaps.Any(static gap => gap.Code == ExpansionGap.UnmappedCode);
}
