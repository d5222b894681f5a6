namespace OrderCheck.Core.Orders;

/// <param name="Lines">What could be expanded.</param>
/// <param name="Gaps">What could not.</param>
public sealed record ExpansionResult(List<ExpectedLine> Lines, List<ExpansionGap> Gaps);
