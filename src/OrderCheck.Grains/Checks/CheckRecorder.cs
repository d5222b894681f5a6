using Google.Protobuf;
using OrderCheck.Core.Charges;
using OrderCheck.Core.Checks;
using OrderCheck.Core.Identity;
using OrderCheck.Ledger.Checks;
using OrderCheck.Ledger.Wire;
using Proto = OrderCheck.Protocol.V1;

namespace OrderCheck.Grains.Checks;

/// <summary>Hands each check with its inputs to the store, behind the answer, and finds it there again.</summary>
internal sealed class CheckRecorder(ICheckStore store)
{
    public void Record(
        Caller by, EncounterKey encounter, CheckAnswer answer, CheckRequest request, IReadOnlyList<Charge> charges)
    {
        var inputs = new Proto.CheckInputs { Stage = (int)request.Stage, MaxCards = request.MaxCards };
        inputs.Orders.AddRange(request.Orders.Select(FactWriter.Order));
        inputs.ShownBefore.AddRange(request.ShownBefore);
        inputs.Charges.AddRange(charges.Select(FactWriter.Charge));
        store.RecordCheck(new CheckRecord
        {
            CheckId = answer.CheckId,
            Encounter = encounter,
            Stage = request.Stage,
            EvaluatedAt = answer.EvaluatedAt,
            By = by,
            Inputs = inputs.ToByteArray(),
            Answer = AnswerBytes.Write(answer),
        });
    }

    /// <summary>What a cited check was told and judged, or null if the store has no such check of that encounter or cannot say.</summary>
    public async Task<RecentCheck?> FindAsync(EncounterKey encounter, string checkId)
    {
        try
        {
            var record = await store.FindAsync(encounter.Hospital, checkId, CancellationToken.None);
            if (record is null || record.Encounter != encounter)
                return null;
            var inputs = Proto.CheckInputs.Parser.ParseFrom(record.Inputs.Span);
            return RecentCheck.Of(record.By.Person, AnswerBytes.ReadAnswer(record.Answer), FactReader.Orders(FieldReader.ForLedger(), inputs.Orders));
        }
        catch (Ledger.LedgerUnavailableException)
        {
            // Then the write cites a check that nobody can look up: its findings are listed again.
            return null;
        }
    }
}
