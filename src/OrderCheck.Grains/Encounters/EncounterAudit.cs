using Microsoft.Extensions.Logging;
using OrderCheck.Core.Checks;
using OrderCheck.Core.Encounters;
using OrderCheck.Core.Identity;
using OrderCheck.Core.Rules;
using OrderCheck.Grains.Checks;
using OrderCheck.Ledger;
using OrderCheck.Ledger.Checks;

namespace OrderCheck.Grains.Encounters;

/// <summary>
/// Judges one encounter as a whole, from the ledger: what memory has of charges is enough for windows, not to judge them anew.
/// </summary>
internal sealed class EncounterAudit(
    EncounterKey key, EncounterMemory memory, EncounterHistory history, Judge judge, CheckRecorder recorder, ILogger logger)
{
    /// <summary>Asked for by its visit number, of which nothing needs to be recorded yet.</summary>
    /// <param name="view">What the caller told of it beside the question, where it did; then nothing else is read of the memory.</param>
    /// <param name="by">The release that the question is of; null: the one of the moment.</param>
    public async Task<CheckAnswer> RunAsync(Caller caller, CheckRequest request, ReportedView? view = null, Release? by = null)
    {
        request = request with { Reader = caller.Role };
        if (memory.Current is not { } current)
            return Unread(caller, request);
        // Read before anything is awaited: the answer says how far the ledger was in view.
        var (state, stale, old) = (view?.StateWithCandidates ?? current.State, memory.MayBeStale, history.MayBeStale);
        if (await FactsAsync(state.Sequence) is not { } facts)
            return Unread(caller, request);
        if (view is not null)
            facts.AddRange(view.Assumed(view.FactsWithCandidates));
        var answer = await judge.AuditAsync(judge.NewCheckId(), state, facts, request, by);
        if (view is not null)
            answer = answer with { ChangedOrderIds = view.Changed };
        if (stale)
            answer = answer.With(CheckReasons.LedgerUnavailable);
        if (old)
            answer = answer.With(CheckReasons.HistoryStale);
        recorder.Record(caller, key, answer, new CheckInputs(request)
        {
            LedgerSequence = state.Sequence,
            MayBeStale = stale,
            History = HistoryInputs.Of(state.History, old),
            Reported = view?.FactsWithCandidates ?? [],
            ChangedOrderIds = answer.ChangedOrderIds,
        }, state, facts);
        return answer;
    }

    private CheckAnswer Unread(Caller caller, CheckRequest request) =>
        recorder.Unchecked(caller, key, request, judge.Unchecked(CheckReasons.NothingKnown.OfEncounter()));

    /// <summary>Those that the state is the fold of; null where they cannot be read.</summary>
    private async Task<List<RecordedFact>?> FactsAsync(long upTo)
    {
        try
        {
            return await memory.FactsAsync(upTo);
        }
        catch (LedgerUnavailableException e)
        {
            memory.Failed();
            GrainLog.LedgerUnavailable(logger, e.Reason);
            return null;
        }
        catch (InvalidDataException e)
        {
            GrainLog.LedgerUnreadable(logger, e, key.Hospital);
            return null;
        }
    }
}
