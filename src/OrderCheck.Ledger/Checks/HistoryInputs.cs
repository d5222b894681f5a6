using OrderCheck.Core.Patients;

namespace OrderCheck.Ledger.Checks;

/// <summary>Which of the patient's other encounters were in view of a check, and how much of each: it can be folded again.</summary>
/// <param name="Version">As the answer names it.</param>
/// <param name="Encounters">By their numbers in the ledger, each up to a sequence.</param>
/// <param name="MayBeStale">Nobody had confirmed for long that there is no more: the answer says so.</param>
public sealed record HistoryInputs(long Version, IReadOnlyList<(long Encounter, long Sequence)> Encounters, bool MayBeStale)
{
    /// <summary>Null where nothing was known.</summary>
    public static HistoryInputs? Of(PatientHistory? history, bool mayBeStale) =>
        history is null ? null : new(history.Version, [.. history.Stays.Select(stay => (stay.Number, stay.Sequence))], mayBeStale);
}
