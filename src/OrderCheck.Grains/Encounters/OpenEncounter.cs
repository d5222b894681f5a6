using OrderCheck.Core.Checks;
using OrderCheck.Core.Encounters;
using OrderCheck.Core.Findings;
using OrderCheck.Core.Identity;
using OrderCheck.Grains.Checks;
using OrderCheck.Ledger.Checks;

namespace OrderCheck.Grains.Encounters;

/// <summary>
/// What checks read of an encounter whose grain is active in this process. Safe on any thread: the snapshot is immutable and
/// read once, so a check waits neither for a write's turn nor for a turn of its own.
/// </summary>
internal sealed class OpenEncounter(
    EncounterKey key, EncounterMemory memory, EncounterHistory history, RecentChecks recent, Judge judge, CheckRecorder recorder, ReportedJudge reported)
{
    public EncounterKey Key => key;

    /// <summary>For questions that tell the encounter beside them; see <see cref="Check"/>.</summary>
    public ReportedJudge Reported => reported;

    public EncounterHistory History => history;

    /// <summary>The snapshot may be used without asking the ledger. If not, the grain has to confirm it first.</summary>
    public bool IsConfirmed => memory.IsConfirmed;

    /// <summary>No await in here: the snapshot is read once, and nothing changes before the answer is made.</summary>
    public CheckAnswer Check(Caller caller, CheckRequest request, PhaseTimer timer)
    {
        if (memory.Current is not { } current)
            return recorder.Unchecked(caller, key, request, judge.Unchecked(CheckReasons.NothingKnown));
        var checkId = judge.NewCheckId();
        var asked = request with { ShownBefore = Undecided(recent.ShownTo(caller.Person), current.State), Reader = caller.Role };
        var answer = judge.Of(checkId, current.State, asked, []);
        timer.Lap(CheckPhase.Judge);
        var stale = memory.MayBeStale;
        if (stale)
            answer = answer.With(CheckReasons.LedgerUnavailable);
        var old = history.MayBeStale;
        if (old)
            answer = answer.With(CheckReasons.HistoryStale);
        recent.Add(RecentCheck.Of(caller.Person, answer, request.Orders));
        recorder.Record(caller, key, answer, new CheckInputs(asked)
        {
            LedgerSequence = current.State.Sequence,
            MayBeStale = stale,
            History = HistoryInputs.Of(current.State.History, old),
        }, current.State);
        timer.Lap(CheckPhase.Record);
        return answer;
    }

    /// <summary>Whoever withdrew what a finding was about and sends it again is told again.</summary>
    private static IReadOnlyCollection<string> Undecided(IReadOnlyCollection<string> shown, EncounterState state) =>
        shown.Count == 0 || state.Decisions.Count == 0
            ? shown
            : [.. shown.Where(key => state.Decisions.GetValueOrDefault(key) != DecisionKind.Withdrawn)];
}
