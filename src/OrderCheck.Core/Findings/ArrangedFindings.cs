namespace OrderCheck.Core.Findings;

/// <summary>Findings as their reader sees them.</summary>
/// <param name="Findings">Worst first.</param>
/// <param name="ShownBefore">Of the keys shown before, those that were found again: with them alone the findings come out the same.</param>
/// <param name="Routed">What is for others alone, worst first: never lost, shown to them.</param>
public sealed record ArrangedFindings(IReadOnlyList<Finding> Findings, IReadOnlyList<string> ShownBefore, IReadOnlyList<Finding> Routed)
{
    public static readonly ArrangedFindings None = new([], [], []);
}
