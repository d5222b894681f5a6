using OrderCheck.Core.Checks;
using OrderCheck.Core.Encounters;
using OrderCheck.Core.Identity;
using OrderCheck.Core.Patients;
using OrderCheck.Core.Rules;
using OrderCheck.Grains.Checks;
using OrderCheck.Ledger.Checks;

namespace OrderCheck.Grains.Encounters;

/// <summary>Answers questions that tell the encounter beside them, on one snapshot, and has what they told kept behind the answer.</summary>
internal sealed class ReportedJudge(
    EncounterKey key, EncounterMemory memory, EncounterHistory history, RecentChecks recent, Judge judge, CheckRecorder recorder, EncounterAudit audit,
    Observations observations, TimeProvider time)
{
    /// <summary>Nothing has to be read for the question: its patient's history is here, or it names no patient.</summary>
    public bool HasHistoryOf(ReportedCheck asked) => memory.Current is not { State: var state } || (state.History is null
        ? (asked.Reported.Stay.PatientNumber ?? state.Stay.Details.PatientNumber) is null
        : asked.Reported.Stay.PatientNumber is null || ReportedFacts.IsPatientOf(state, asked.Reported.Stay.PatientNumber));

    /// <summary>No await in here, so that a caller's own thread may ask; for questions of orders alone.</summary>
    public IReadOnlyList<CheckAnswer> Check(Caller caller, ReportedCheck asked) =>
        memory.Current is { } current ? Check(caller, asked, new ReportedView(current.State, asked, time.GetUtcNow())) : Unread(caller, asked);

    private CheckAnswer[] Check(Caller caller, ReportedCheck asked, ReportedView view)
    {
        var (answers, release) = (new CheckAnswer[asked.Stages.Count], asked.Release ?? judge.Release);
        for (var i = 0; i < answers.Length; i++)
            answers[i] = Check(caller, asked, asked.Stages[i], view, release);
        Keep(caller, asked, view);
        return answers;
    }

    public async Task<IReadOnlyList<CheckAnswer>> CheckAsync(Caller caller, ReportedCheck asked)
    {
        if (memory.Current is null)
            return Unread(caller, asked);
        // What is awaited comes first: the snapshot is read after it.
        var told = HasHistoryOf(asked) ? null : await HistoryAsync(asked);
        var view = new ReportedView(memory.Current!.State, asked, time.GetUtcNow(), told);
        if (!asked.Stages.Any(IsOfEncounter))
            return Check(caller, asked, view);
        var (answers, release) = (new CheckAnswer[asked.Stages.Count], asked.Release ?? judge.Release);
        // The orders first: nothing is awaited between the reading and them.
        for (var i = 0; i < answers.Length; i++)
        {
            if (!IsOfEncounter(asked.Stages[i]))
                answers[i] = Check(caller, asked, asked.Stages[i], view, release);
        }
        Keep(caller, asked, view);
        for (var i = 0; i < answers.Length; i++)
            answers[i] ??= await audit.RunAsync(caller, asked.At(asked.Stages[i]), view, release);
        return answers;
    }

    private Task<PatientHistory?> HistoryAsync(ReportedCheck asked)
    {
        var stay = new ReportedView(memory.Current!.State, asked with { Reported = asked.Reported with { Orders = [] }, Candidates = [] }, time.GetUtcNow()).State.Stay;
        return history.ToldAsync(stay, asked.HistoryWithin);
    }

    private static bool IsOfEncounter(Stage stage) => stage is Stage.Registration or Stage.Discharge;

    /// <summary>
    /// Folded is what was decided, and not what was only shown: these protocols have no word for folded, and who asks again because the answer
    /// never reached the screen would take its absence for clean.
    /// </summary>
    private CheckAnswer Check(Caller caller, ReportedCheck asked, Stage stage, ReportedView view, Release? release)
    {
        var request = new CheckRequest(view.Candidates, stage, asked.MaxCards) { Reader = caller.Role };
        var answer = judge.Of(judge.NewCheckId(), view.State, request, [], by: release);
        var changed = recent.ChangedOf(view.Candidates, view.Changed);
        answer = answer with { ChangedOrderIds = changed };
        var (stale, old) = (memory.MayBeStale, history.MayBeStale);
        if (stale)
            answer = answer.With(CheckReasons.LedgerUnavailable);
        if (old)
            answer = answer.With(CheckReasons.HistoryStale);
        recent.Add(RecentCheck.Of(caller.Person, answer, view.Candidates));
        recorder.Record(caller, key, answer, new CheckInputs(request)
        {
            LedgerSequence = view.State.Sequence,
            MayBeStale = stale,
            History = HistoryInputs.Of(view.State.History, old),
            Reported = view.Facts,
            ChangedOrderIds = changed,
        }, view.State);
        return answer;
    }

    /// <summary>What was told has happened, whatever was answered.</summary>
    private void Keep(Caller caller, ReportedCheck asked, ReportedView view)
    {
        if (view.Facts.Count > 0)
            observations.Add(key, caller, asked.Reported);
    }

    private IReadOnlyList<CheckAnswer> Unread(Caller caller, ReportedCheck asked)
    {
        observations.Add(key, caller, asked.Reported);
        return [.. asked.Stages.Select(stage => recorder.Unchecked(caller, key, asked.At(stage), judge.Unchecked(
            IsOfEncounter(stage) ? CheckReasons.NothingKnown.OfEncounter() : CheckReasons.NothingKnown)))];
    }
}
