using OrderCheck.Core.Charges;
using OrderCheck.Core.Checks;
using OrderCheck.Core.Encounters;

namespace OrderCheck.Ledger.Checks;

/// <summary>
/// What a check rested on beside what its answer names (release, dictionary, time): with both, and the encounter's ledger, it
/// can be judged again.
/// </summary>
/// <param name="Request">The orders as they were judged, the stage, the card limit, and what the reader had seen before.</param>
public sealed record CheckInputs(CheckRequest Request)
{
    /// <summary>Charges as they were judged, with what the catalogue filled in.</summary>
    public IReadOnlyList<Charge> Charges { get; init; } = [];

    /// <summary>
    /// The charges are the facts that the ledger has next after <see cref="LedgerSequence"/>: they lie there, and not once more in
    /// the record of the check. 0 where they were not recorded, or not one behind the other.
    /// </summary>
    public int ChargesRecorded { get; init; }

    /// <summary>The encounter's facts up to this sequence were in view.</summary>
    public required long LedgerSequence { get; init; }

    /// <summary>The ledger could not be asked whether there were more: the answer says so.</summary>
    public bool MayBeStale { get; init; }

    /// <summary>The patient's other encounters that were in view; null where they were not known.</summary>
    public HistoryInputs? History { get; init; }

    /// <summary>False where something kept the check from being judged at all: there is nothing to judge again.</summary>
    public bool Judged { get; init; } = true;

    /// <summary>The release's shadow rules judged, after the check of the same inputs was answered.</summary>
    public bool Shadow { get; init; }

    /// <summary>What was told of the encounter beside the question, and assumed after <see cref="LedgerSequence"/>.</summary>
    public IReadOnlyList<Fact> Reported { get; init; } = [];

    /// <summary>See <see cref="CheckAnswer.ChangedOrderIds"/>.</summary>
    public IReadOnlyList<string> ChangedOrderIds { get; init; } = [];

    /// <summary>Of a late judgement: the recorded orders that were judged as if they had not been recorded yet.</summary>
    public IReadOnlyList<string> LateOrderIds { get; init; } = [];

    /// <summary>Of a late judgement: the same of recorded charges, with their refunds.</summary>
    public IReadOnlyList<string> LateChargeIds { get; init; } = [];
}
