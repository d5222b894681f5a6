namespace OrderCheck.Core.Findings;

/// <summary>Findings as their reader sees them.</summary>
/// <param name="Findings">Worst first.</param>
/// <param name="ShownBefore">Of the keys shown before, those that were found again: with them alone the findings come out the same.</param>
public sealed record ArrangedFindings(IReadOnlyList<Finding> Findings, IReadOnlyList<string> ShownBefore)
{
    public static readonly ArrangedFindings None = new([], []);
}
