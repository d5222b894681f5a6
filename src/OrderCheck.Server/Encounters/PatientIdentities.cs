using OrderCheck.Ledger.Installation;
using OrderCheck.Protocol.V1;

namespace OrderCheck.Server.Encounters;

/// <summary>Keeps the names and psn_nos that events bring where they can be erased; the ledger never sees them.</summary>
internal sealed class PatientIdentities(IInstallationStore store)
{
    /// <summary>A name without a patient number is dropped: there would be nothing to erase it by.</summary>
    /// <exception cref="Ledger.LedgerUnavailableException">The store cannot be used.</exception>
    public async Task KeepAsync(string hospital, IReadOnlyList<EncounterEvent> events, CancellationToken cancellation)
    {
        foreach (var stay in events.Select(static e => e.Admit?.Stay ?? e.Update?.Stay))
        {
            if (stay is null || stay.PatientNumber.Length == 0 || (stay.PatientName.Length == 0 && stay.PsnNo.Length == 0))
                continue;
            await KeepAsync(hospital, stay.PatientNumber, Given(stay.PatientName), Given(stay.PsnNo), cancellation);
        }
    }

    /// <summary>What is null is kept as it was.</summary>
    /// <exception cref="Ledger.LedgerUnavailableException">The store cannot be used.</exception>
    public async Task KeepAsync(string hospital, string patientNumber, string? name, string? personNumber, CancellationToken cancellation)
    {
        var known = await store.FindPatientAsync(hospital, patientNumber, cancellation);
        var given = new PatientIdentity(hospital, patientNumber, name ?? known?.Name, personNumber ?? known?.PersonNumber);
        if (given != known)
            await store.PutPatientAsync(given, cancellation);
    }

    private static string? Given(string text) => text.Length == 0 ? null : text;
}
