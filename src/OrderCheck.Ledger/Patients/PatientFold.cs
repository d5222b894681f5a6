using OrderCheck.Core.Encounters;
using OrderCheck.Core.Identity;
using OrderCheck.Core.Patients;

namespace OrderCheck.Ledger.Patients;

/// <summary>Folds encounters out of the ledger for their patient's history.</summary>
public static class PatientFold
{
    /// <summary>The encounter as it was at that sequence, whatever was recorded since.</summary>
    /// <exception cref="LedgerUnavailableException">It cannot be read.</exception>
    /// <exception cref="InvalidDataException">An entry cannot be read, or there are fewer than that.</exception>
    public static async Task<StaySummary> ReadAsync(
        ILedger ledger, long encounter, EncounterKey key, long upTo, TimeZoneInfo zone, CancellationToken cancellation)
    {
        var facts = new List<RecordedFact>();
        await foreach (var fact in ledger.ReadAsync(encounter, 0, cancellation))
        {
            if (fact.Sequence > upTo)
                break;
            facts.Add(fact);
        }
        if (facts.Count != upTo)
            throw new InvalidDataException($"Encounter number {encounter} has {facts.Count} of its {upTo} facts.");
        return StaySummary.Of(encounter, key, zone, facts);
    }
}
