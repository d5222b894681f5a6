using OrderCheck.Core.Charges;
using OrderCheck.Core.Encounters;
using OrderCheck.Core.Findings;
using OrderCheck.Core.Hospitals;
using OrderCheck.Core.Identity;
using OrderCheck.Core.Patients;
using OrderCheck.Core.Rules;

namespace OrderCheck.Core.Checks;

/// <summary>
/// What the rules say, as a pure function of its inputs: the same inputs give the same answer a year later. It never
/// throws because of a rule: a rule that fails makes the answer partial for itself alone.
/// </summary>
public static class Evaluator
{
    /// <summary>Judges orders that are drafted, signed, verified or executed.</summary>
    /// <param name="release">Null where none is live: the answer is then unchecked.</param>
    /// <param name="now">The time of the check: what "today" is.</param>
    public static CheckAnswer CheckOrders(
        string checkId, Release? release, HospitalDictionary dictionary, EncounterState state, CheckRequest request, DateTimeOffset now) =>
        release is null
            ? Unchecked(checkId, dictionary, state, now)
            : new CheckOfOrders(checkId, release, dictionary, state, request, now).Answer();

    /// <summary>Judges charges that <paramref name="stateBefore"/> does not have yet, all of one posting together.</summary>
    /// <param name="charges">Resolved, see <see cref="ChargeResolution"/>; refunds among them count but are not judged.</param>
    /// <param name="stateAfter">With them, where the caller has it already.</param>
    public static CheckAnswer JudgeCharges(
        string checkId,
        Release? release,
        HospitalDictionary dictionary,
        EncounterState stateBefore,
        IReadOnlyList<Charge> charges,
        DateTimeOffset now,
        int maxCards = 0,
        Role? reader = null,
        EncounterState? stateAfter = null) =>
        release is null
            ? Unchecked(checkId, dictionary, stateBefore, now)
            : new CheckOfCharges(
                checkId, release, dictionary, stateBefore, stateAfter ?? stateBefore.WithCharges(charges), charges, now, new Reader(reader, [], maxCards)).Answer();

    /// <summary>Judges the encounter as a whole, at registration, before discharge or in retrospect.</summary>
    /// <param name="facts">Those that the state is the fold of: it does not keep the charges themselves.</param>
    /// <param name="request">The stage and the card limit; without orders.</param>
    /// <exception cref="ArgumentException">The stage is none of these.</exception>
    public static CheckAnswer AuditEncounter(
        string checkId,
        Release? release,
        HospitalDictionary dictionary,
        EncounterState state,
        IReadOnlyList<RecordedFact> facts,
        CheckRequest request,
        DateTimeOffset now)
    {
        if (!request.IsOfEncounter)
            throw new ArgumentException($"At the stage {request.Stage} orders and charges are judged, not the encounter as a whole.", nameof(request));
        return release is null
            ? Unchecked(checkId, dictionary, state, now)
            : new CheckOfEncounter(checkId, release, dictionary, state, facts, request, now).Answer();
    }

    /// <summary>
    /// Judges a stored encounter in retrospect (事后), by the rules that name the stage R: what was charged by those of charges,
    /// what was ordered, carried out or not, by those of orders alone, and the encounter itself.
    /// </summary>
    /// <param name="facts">All of the encounter's, or those up to some sequence, in order.</param>
    /// <param name="history">The patient's other encounters; null where nobody knows of them.</param>
    /// <param name="now">When it is looked at: after everything that happened in it.</param>
    public static CheckAnswer ReviewEncounter(
        string checkId, Release? release, HospitalDictionary dictionary, EncounterKey key, IReadOnlyList<RecordedFact> facts, PatientHistory? history, DateTimeOffset now) =>
        AuditEncounter(
            checkId, release, dictionary, EncounterState.Replay(key, dictionary.Hospital.TimeZone, facts).WithHistory(history), facts,
            new CheckRequest([], Stage.Retrospective, int.MaxValue), now);

    /// <summary>Judges what one call brings, its orders and its charges, as one answer at one moment.</summary>
    /// <param name="request">Of the orders; where there are only charges, its card limit holds for them.</param>
    /// <param name="charges">See <see cref="JudgeCharges"/>.</param>
    /// <param name="stateAfter">See <see cref="JudgeCharges"/>.</param>
    public static CheckAnswer Judge(
        string checkId,
        Release? release,
        HospitalDictionary dictionary,
        EncounterState stateBefore,
        CheckRequest request,
        IReadOnlyList<Charge> charges,
        DateTimeOffset now,
        EncounterState? stateAfter = null)
    {
        if (charges.Count == 0)
            return CheckOrders(checkId, release, dictionary, stateBefore, request, now);
        var ofCharges = JudgeCharges(checkId, release, dictionary, stateBefore, charges, now, request.MaxCards, request.Reader, stateAfter);
        return request.Orders.Count == 0
            ? ofCharges
            : Together(CheckOrders(checkId, release, dictionary, stateBefore, request, now), ofCharges);
    }

    /// <summary>The answer where nothing could be judged.</summary>
    public static CheckAnswer NotJudged(string checkId, Release? release, StateReason reason, DateTimeOffset now) => new()
    {
        CheckId = checkId,
        State = CheckState.Unchecked,
        StateReasons = [reason],
        ReleaseNumber = release?.Number ?? 0,
        ReleaseHash = release?.Hash ?? "",
        EvaluatedAt = now,
    };

    private static CheckAnswer Together(CheckAnswer ofOrders, CheckAnswer ofCharges) => ofOrders with
    {
        State = (CheckState)Math.Max((int)ofOrders.State, (int)ofCharges.State),
        StateReasons = [.. ofOrders.StateReasons.Union(ofCharges.StateReasons)],
        Findings = [.. ofOrders.Findings.Concat(ofCharges.Findings).OrderBy(finding => finding.Severity)],
        Routed = [.. ofOrders.Routed, .. ofCharges.Routed],
        Flags = [.. ofOrders.Flags, .. ofCharges.Flags],
        UndeterminedCount = ofOrders.UndeterminedCount + ofCharges.UndeterminedCount,
        Blind = [.. ofOrders.Blind, .. ofCharges.Blind],
        FoldedCount = ofOrders.FoldedCount + ofCharges.FoldedCount,
        BudgetAfter = ofCharges.BudgetAfter,
    };

    private static CheckAnswer Unchecked(string checkId, HospitalDictionary dictionary, EncounterState state, DateTimeOffset now) => new()
    {
        CheckId = checkId,
        State = CheckState.Unchecked,
        StateReasons = [new StateReason("release_missing", "审核规则尚未发布，未能审核")],
        DictionaryNumber = dictionary.Number,
        LedgerSequence = state.Sequence,
        EvaluatedAt = now,
    };
}
