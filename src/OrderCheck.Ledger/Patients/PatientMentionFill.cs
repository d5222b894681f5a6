using System.Data.Common;
using OrderCheck.Core.Encounters;
using OrderCheck.Ledger.Sql;

namespace OrderCheck.Ledger.Patients;

/// <summary>
/// Reads out of the ledger which patients its encounters name, for encounters that are older than the table. May stop anywhere
/// and start again, and run in several processes at once.
/// </summary>
internal sealed class PatientMentionFill(ISqlGate gate, IEntryCodec codec)
{
    private const int Page = 200;

    /// <exception cref="LedgerUnavailableException">The store cannot be used; what was read so far stays.</exception>
    public async Task RunAsync(CancellationToken cancellation)
    {
        while (await gate.ReadAsync(connection => PatientQueries.DueAsync(connection, Page), cancellation) is { Count: > 0 } due)
            await gate.WriteAsync(connection => FillAsync(connection, due));
    }

    private async Task<bool> FillAsync(DbConnection connection, List<long> encounters)
    {
        foreach (var encounter in encounters)
        {
            var events = await PatientQueries.EventsAsync(connection, encounter);
            foreach (var mention in PatientMention.Of(events.Select(entry => Decode(entry.Sequence, entry.Body))))
                await PatientQueries.InsertAsync(connection, encounter, mention);
            await PatientQueries.DoneAsync(connection, encounter);
        }
        return true;
    }

    private Fact Decode(long sequence, byte[] body) => codec.Decode(sequence, body, hospital: "").Fact;
}
