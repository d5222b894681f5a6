namespace OrderCheck.Core.Patients;

/// <summary>The other encounters of one encounter's patient, as the ledger has them at one moment.</summary>
/// <param name="Version">
/// One more than the entries recorded of all other encounters that ever had to do with the patient: it only grows, and for an
/// encounter the same version is the same history.
/// </param>
public sealed record PatientEncounters(long Version, IReadOnlyList<StaySummary> Others);
