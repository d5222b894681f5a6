using OrderCheck.Core.Identity;

namespace OrderCheck.Ledger.Patients;

/// <summary>An encounter that ever named a patient.</summary>
/// <param name="Number">Its number in the store.</param>
/// <param name="Sequence">Of its last fact.</param>
public sealed record PatientEncounter(long Number, EncounterKey Key, long Sequence);
