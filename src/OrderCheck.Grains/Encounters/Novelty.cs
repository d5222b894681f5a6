using OrderCheck.Core.Encounters;
using OrderCheck.Ledger;

namespace OrderCheck.Grains.Encounters;

/// <summary>What of a call is new to the ledger.</summary>
/// <param name="Fresh">To be recorded: the facts' places in the call, in its order.</param>
/// <param name="AlreadyRecorded">Ids with the same revision and content as recorded.</param>
/// <param name="IgnoredLower">Ids whose recorded revision is higher.</param>
internal sealed record Novelty(IReadOnlyList<int> Fresh, IReadOnlyList<string> AlreadyRecorded, IReadOnlyList<string> IgnoredLower)
{
    /// <exception cref="ConflictException">An id and revision is recorded, or twice in the call, with other content.</exception>
    public static Novelty Of(IReadOnlyList<Fact> facts, IReadOnlyDictionary<EntityId, Fact> recorded)
    {
        List<int> fresh = [];
        List<string> already = [];
        List<string> lower = [];
        var latest = new Dictionary<EntityId, Fact>(recorded);
        for (var i = 0; i < facts.Count; i++)
        {
            var fact = facts[i];
            var id = new EntityId(fact.Entity, fact.Id);
            if (!latest.TryGetValue(id, out var known) || fact.Revision > known.Revision)
            {
                latest[id] = fact;
                fresh.Add(i);
            }
            else if (fact.Revision < known.Revision)
            {
                lower.Add(fact.Id);
            }
            else if (SameContent.Of(fact, known))
            {
                already.Add(fact.Id);
            }
            else
            {
                throw Conflict(fact);
            }
        }
        return new Novelty(fresh, [.. already.Distinct(StringComparer.Ordinal)], [.. lower.Distinct(StringComparer.Ordinal)]);
    }

    private static ConflictException Conflict(Fact fact)
    {
        var kind = FactForm.Kind(fact);
        var way = kind == "charge" ? "A charge is never revised: refund it and post a new one." : "A change needs a higher revision.";
        return new ConflictException(kind, fact.Id, $"The {kind} {fact.Id}, revision {fact.Revision}, is recorded with other content. {way}");
    }
}
