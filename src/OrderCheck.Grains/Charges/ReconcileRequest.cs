using OrderCheck.Grains.Encounters;

namespace OrderCheck.Grains.Charges;

/// <summary>The HIS's own counts and sums, to be compared with the ledger's.</summary>
/// <param name="Encounter">One encounter; null for all encounters that have charges on <paramref name="Day"/>.</param>
/// <param name="Day">In the hospital's calendar, by when the charge occurred; null for the whole encounter.</param>
/// <param name="Lines">What the HIS has; a sum of ours that no line names counts as a difference of its "all" line.</param>
public sealed record ReconcileRequest(EncounterRef? Encounter, DateOnly? Day, IReadOnlyList<ReconcileLine> Lines);
