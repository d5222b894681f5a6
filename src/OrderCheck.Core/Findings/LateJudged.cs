using OrderCheck.Core.Encounters;

namespace OrderCheck.Core.Findings;

/// <summary>Orders or charges that no complete check had covered were judged afterwards.</summary>
public sealed record LateJudged(IReadOnlyList<string> OrderIds, IReadOnlyList<string> ChargeIds, string CheckId, int FindingCount) : Fact
{
    public override EntityKind Entity => EntityKind.Late;
}
