namespace OrderCheck.Core.Encounters;

/// <summary>
/// One thing that happened, as the HIS reported it. <see cref="Id"/> and <see cref="Revision"/> identify it within its
/// encounter and <see cref="Entity"/> for ever.
/// </summary>
public abstract record Fact
{
    /// <summary>The HIS's id, 1 to 64 characters.</summary>
    public required string Id { get; init; }

    /// <summary>0 at first, and below 0 of what was told beside a question; a higher revision supersedes. Always 0 for charges: they are refunded, never revised.</summary>
    public int Revision { get; init; }

    /// <summary>When it happened, not when it arrived.</summary>
    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>The id's namespace: an order and a charge may share an id, two charges may not.</summary>
    public abstract EntityKind Entity { get; }
}

/// <summary>The namespaces of ids; the numbers are in the ledger's keys and never change.</summary>
public enum EntityKind
{
    Event = 1,
    Order = 2,
    OrderAction = 3,
    Charge = 4,
    Decision = 5,
    Late = 6,
}

/// <summary>A fact with who reported it and when it was recorded: what the ledger replays.</summary>
/// <param name="Sequence">Position in the encounter's ledger, from 1, without gaps.</param>
public sealed record RecordedFact(long Sequence, Fact Fact, DateTimeOffset RecordedAt, Identity.Caller By);
