using OrderCheck.Core.Checks;
using OrderCheck.Core.Encounters;
using OrderCheck.Core.Identity;
using OrderCheck.Grains.Checks;
using OrderCheck.Grains.Findings;
using OrderCheck.Ledger;
using OrderCheck.Ledger.Checks;

namespace OrderCheck.Grains.Encounters;

/// <summary>Audits the encounter as it stands with its discharge, so that what is to be said of its coding is on the coder's list.</summary>
internal sealed class CodingAtDischarge(EncounterKey key, EncounterMemory memory, Judge judge, CheckRecorder recorder)
{
    /// <returns>Null where nothing is to be listed.</returns>
    public async Task<Looked?> LookAsync(EncounterState before, WriteTurn turn)
    {
        var facts = await memory.FactsAsync(before.Sequence);
        facts.AddRange(turn.News);
        var request = new CheckRequest([], Stage.Discharge);
        var audit = await judge.AuditAsync(judge.NewCheckId(), turn.After, facts, request);
        var rows = WorkRows.OfCoding(turn.After, audit);
        return rows.Count == 0 ? null : new Looked(this, request, turn.After, audit, rows);
    }

    private void Record(Caller by, Looked looked) => recorder.Record(by, key, looked.Audit, new CheckInputs(looked.Request)
    {
        LedgerSequence = looked.State.Sequence,
        History = HistoryInputs.Of(looked.State.History, mayBeStale: false),
    });

    /// <summary>What was found; recorded when the discharge is.</summary>
    internal sealed record Looked(CodingAtDischarge Of, CheckRequest Request, EncounterState State, CheckAnswer Audit, IReadOnlyList<WorkRow> Rows)
    {
        public void Record(Caller by) => Of.Record(by, this);
    }
}
