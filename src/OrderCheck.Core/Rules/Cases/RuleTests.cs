namespace OrderCheck.Core.Rules.Cases;

/// <summary>What running the cases says of the rules.</summary>
/// <param name="Results">In the order of files and lines.</param>
/// <param name="Rules">Every rule of the release, in its order.</param>
public sealed record RuleTests(IReadOnlyList<CaseResult> Results, IReadOnlyList<RuleCoverage> Rules)
{
    /// <summary>Every case holds, and every rule that runs has a case it must catch, one it must let pass and one on the boundary.</summary>
    public bool Passed => Results.All(result => result.Holds) && Rules.All(rule => rule.Complete);

    public static RuleTests Run(Release release, IReadOnlyList<RuleCase> cases)
    {
        CaseResult[] results = [.. cases.Select(CaseRunner.Run)];
        CaseResult[] holding = [.. results.Where(result => result.Holds)];
        return new RuleTests(results, [.. release.Rules.Select(rule => CoverageOf(rule.Definition, holding))]);
    }

    private static RuleCoverage CoverageOf(RuleDefinition rule, IReadOnlyList<CaseResult> results)
    {
        int Count(CaseKind kind) => results.Count(result => result.Case.Shows.TryGetValue(rule.Name, out var shown) && shown == kind);
        return new RuleCoverage(rule, Count(CaseKind.Fires), Count(CaseKind.Passes), Count(CaseKind.Boundary));
    }
}
