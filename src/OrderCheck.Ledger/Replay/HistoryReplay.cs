using OrderCheck.Core.Patients;
using OrderCheck.Ledger.Checks;
using OrderCheck.Ledger.Patients;

namespace OrderCheck.Ledger.Replay;

/// <summary>The patient's other encounters as a recorded check saw them.</summary>
internal static class HistoryReplay
{
    /// <returns>Null where they were not known to the check.</returns>
    /// <exception cref="ReplayRefusedException">One of them is not there any more, or cannot be read.</exception>
    public static async Task<PatientHistory?> ReadAsync(ILedger ledger, HistoryInputs? inputs, TimeZoneInfo zone, CancellationToken cancellation)
    {
        if (inputs is null)
            return null;
        var others = new List<StaySummary>();
        foreach (var (encounter, sequence) in inputs.Encounters)
        {
            var key = await ledger.FindKeyAsync(encounter, cancellation)
                ?? throw new ReplayRefusedException($"The check rests on encounter number {encounter}, which the ledger does not have. Run ordercheck ledger verify.");
            try
            {
                others.Add(await PatientFold.ReadAsync(ledger, encounter, key, sequence, zone, cancellation));
            }
            catch (InvalidDataException e)
            {
                throw new ReplayRefusedException($"The ledger of the patient's other encounters cannot be read: {e.Message} Run ordercheck ledger verify.", e);
            }
        }
        return PatientHistory.Of(new PatientEncounters(inputs.Version, others));
    }
}
