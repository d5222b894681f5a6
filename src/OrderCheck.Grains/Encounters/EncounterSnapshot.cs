using OrderCheck.Core.Encounters;
using OrderCheck.Core.Identity;
using OrderCheck.Ledger;

namespace OrderCheck.Grains.Encounters;

/// <summary>An encounter as the ledger has it up to a head. Never changes; a write makes the next one.</summary>
/// <param name="State">Everything a judgement needs.</param>
/// <param name="Head">What the next append has to find in the store.</param>
internal sealed record EncounterSnapshot(EncounterState State, LedgerHead Head)
{
    private static readonly LedgerHead Start = new(0, ReadOnlyMemory<byte>.Empty);

    public static EncounterSnapshot Empty(EncounterKey key, TimeZoneInfo zone) => new(EncounterState.Empty(key, zone), Start);

    public bool IsAt(LedgerHead head) => Head.Sequence == head.Sequence && Head.Hash.Span.SequenceEqual(head.Hash.Span);

    /// <summary>Where facts of this encounter may have been parked, or were kept under another visit number.</summary>
    public IEnumerable<EncounterKey> Sources => State.Stay.MdtrtIds
        .Select(alias => EncounterKey.ParkedPrefix + alias)
        .Concat(State.Stay.MergedVisits)
        .Where(visit => visit != State.Key.VisitNumber)
        .Select(visit => State.Key with { VisitNumber = visit });
}
