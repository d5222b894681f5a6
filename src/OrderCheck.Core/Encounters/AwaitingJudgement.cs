using System.Collections.Immutable;

namespace OrderCheck.Core.Encounters;

/// <summary>What was recorded without a complete check that covers it: the sweeper judges it late.</summary>
public sealed record AwaitingJudgement(ImmutableHashSet<string> OrderIds, ImmutableHashSet<string> ChargeIds)
{
    public static readonly AwaitingJudgement Nothing = new([], []);

    public bool IsEmpty => OrderIds.IsEmpty && ChargeIds.IsEmpty;
}
