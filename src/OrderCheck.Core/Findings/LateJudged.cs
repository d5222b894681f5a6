using OrderCheck.Core.Encounters;

namespace OrderCheck.Core.Findings;

/// <summary>Orders or charges that no complete check had covered were judged afterwards.</summary>
public sealed record LateJudged(IReadOnlyList<string> OrderIds, IReadOnlyList<string> ChargeIds, string CheckId, int FindingCount) : Fact
{
    /// <summary>The findings whose answers promised something by a time that has passed: whether it came was looked at.</summary>
    public IReadOnlyList<string> PromiseKeys { get; init => field = value.Count == 0 ? [] : value; } = [];

    public override EntityKind Entity => EntityKind.Late;
}
