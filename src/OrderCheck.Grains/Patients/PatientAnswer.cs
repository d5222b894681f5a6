using OrderCheck.Core.Patients;

namespace OrderCheck.Grains.Patients;

/// <summary>What a patient's grain tells an encounter of the patient's other encounters.</summary>
/// <param name="Known">False where the ledger cannot be read now, or the patient has too many encounters to be one.</param>
/// <param name="Encounters">Null where the encounter has them already.</param>
internal sealed record PatientAnswer(bool Known, PatientEncounters? Encounters)
{
    public static readonly PatientAnswer Unknown = new(false, null);

    public static readonly PatientAnswer Unchanged = new(true, null);
}
