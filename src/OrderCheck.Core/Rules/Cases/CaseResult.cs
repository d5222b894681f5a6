namespace OrderCheck.Core.Rules.Cases;

/// <param name="Failures">What was otherwise than expected, English sentences; none where the case holds.</param>
public sealed record CaseResult(RuleCase Case, IReadOnlyList<string> Failures)
{
    public bool Holds => Failures.Count == 0;
}
