namespace OrderCheck.Core.Rules.Cases;

/// <summary>How many cases that hold show which side of a rule.</summary>
public sealed record RuleCoverage(RuleDefinition Rule, int Fires, int Passes, int Boundary)
{
    /// <summary>Rules that run, or are to run next, need all three; drafts and retired rules none.</summary>
    public bool Complete => !Rule.Runs || Missing.Count == 0;

    /// <summary>The kinds that the rule lacks, with the words of case files.</summary>
    public IReadOnlyList<string> Missing =>
        [.. CaseWords.Kinds.Where(kind => CountOf(kind.Value) == 0).Select(kind => kind.Key)];

    public int CountOf(CaseKind kind) => kind switch
    {
        CaseKind.Fires => Fires,
        CaseKind.Passes => Passes,
        _ => Boundary,
    };
}
