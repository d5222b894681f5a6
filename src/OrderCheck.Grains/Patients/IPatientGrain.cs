using OrderCheck.Core.Identity;
using OrderCheck.Core.Patients;
using Orleans.Concurrency;

namespace OrderCheck.Grains.Patients;

/// <summary>One patient; the key is "hospital/patient number". Writes nothing, and never awaits an encounter's grain.</summary>
[Alias("ordercheck.patient")]
internal interface IPatientGrain : IGrainWithStringKey
{
    /// <summary>The patient's encounters beside this one.</summary>
    /// <param name="naming">Whose encounter the asking one is, by its own facts.</param>
    /// <param name="known">The version that it has for that naming; 0 if none.</param>
    [Alias("read")]
    Task<PatientAnswer> ReadAsync(EncounterKey encounter, PatientNaming naming, long known);

    /// <summary>A hint: an encounter of the patient has written. Those that have read here are told to read again.</summary>
    [OneWay]
    [AlwaysInterleave]
    [Alias("wrote")]
    Task WroteAsync(EncounterKey encounter);
}
