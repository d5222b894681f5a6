using OrderCheck.Core.Encounters;
using OrderCheck.Core.Findings;
using OrderCheck.Ledger;

namespace OrderCheck.Grains.Encounters;

/// <summary>Numbers facts whose caller knows no revisions.</summary>
internal static class NextRevision
{
    public static IReadOnlyList<Fact> Of(IReadOnlyList<Fact> facts, IReadOnlyDictionary<EntityId, Fact> recorded) =>
        [.. facts.Select(fact => recorded.TryGetValue(new EntityId(fact.Entity, fact.Id), out var known) ? Of(fact, known) : fact)];

    /// <summary>The known one where nothing but the time of telling is another.</summary>
    private static Fact Of(Fact fact, Fact known)
    {
        var again = fact with { Revision = known.Revision, OccurredAt = known.OccurredAt };
        return SameContent.Of(Settled(again, known), known) ? known : fact with { Revision = known.Revision + 1 };
    }

    /// <summary>A card's other findings were filled in when it was recorded.</summary>
    private static Fact Settled(Fact again, Fact known) =>
        again is DecisionRecorded decision && known is DecisionRecorded before ? decision with { AlsoKeys = before.AlsoKeys } : again;
}
