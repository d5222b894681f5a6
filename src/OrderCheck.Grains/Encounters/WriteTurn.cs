using OrderCheck.Core.Charges;
using OrderCheck.Core.Checks;
using OrderCheck.Core.Encounters;
using OrderCheck.Core.Findings;
using OrderCheck.Core.Identity;
using OrderCheck.Core.Orders;
using OrderCheck.Grains.Checks;
using OrderCheck.Grains.Findings;
using OrderCheck.Ledger;
using OrderCheck.Ledger.Checks;

namespace OrderCheck.Grains.Encounters;

/// <summary>One write worked out in full before anything is written: its judgement, its facts, the state after it.</summary>
internal sealed class WriteTurn
{
    private readonly WritePlan _plan;
    private readonly EncounterState _before;
    private readonly RecentCheck? _cited;
    private readonly Caller _by;
    private readonly DateTimeOffset _now;
    private readonly IReadOnlyList<Fact> _facts;
    private readonly IReadOnlyList<LateRow> _late;
    private readonly IReadOnlyList<WorkRow> _work;
    private readonly HashSet<string> _automatic;

    /// <param name="charged">The state with the plan's charges as they are, where it has nothing else.</param>
    private WriteTurn(
        EncounterState before, WritePlan plan, EncounterState? charged, CheckInputs? judged, CheckAnswer? answer, RecentCheck? cited, string? checkId,
        DateTimeOffset now, Caller by)
    {
        (_before, _plan, _cited, _now, _by) = (before, plan, cited, now, by);
        Orders = plan.Orders;
        Charges = plan.Charges;
        Judged = judged;
        Answer = answer;
        Order[] uncovered = [.. Orders.Where(order => cited?.Covers(order) != true)];
        _facts = [.. plan.Facts.Select(fact => Marked(fact, uncovered, checkId)), .. Late(uncovered)];
        With = before;
        // A complete judgement changes nothing of them.
        After = Complete && charged is not null ? charged : before.Apply(Recorded(_facts));
        _automatic = WorkRows.IdsOf(Charges);
        if (!Complete)
        {
            (_late, _work) = ([], []);
            return;
        }
        var earlier = EarlierLines.Of(uncovered, After.KnownSince);
        var listed = EarlierLines.Without(answer!, earlier);
        _late = LateRows.Of(After, listed, [.. Orders.Where(IsForLater).Concat(uncovered.Where(order => !IsForLater(order))).Where(order => !earlier.Contains(order.Id))], []);
        _work = earlier.Count == 0 ? WorkRows.Of(After, listed, Charges) : [.. WorkRows.Of(After, listed, Charges), .. EarlierLines.Rows(After, answer!, earlier)];
    }

    public IReadOnlyList<Order> Orders { get; }

    public IReadOnlyList<Charge> Charges { get; }

    /// <summary>The patient leaves with this write.</summary>
    public bool Discharges => _facts.Any(static fact => fact is Discharged);

    /// <summary>The new facts, as they will be recorded.</summary>
    public IEnumerable<RecordedFact> News => Recorded(_facts);

    /// <summary>Rows of the coder's list that the write brings.</summary>
    public IReadOnlyList<WorkRow> Coding { get; set; } = [];

    /// <summary>Those that are new.</summary>
    public IEnumerable<DecisionRecorded> Decisions => _facts.OfType<DecisionRecorded>();

    /// <summary>Null where nothing was to be judged.</summary>
    public CheckAnswer? Answer { get; }

    /// <summary>What the answer rests on.</summary>
    public CheckInputs? Judged { get; }

    /// <summary>Everything was recorded before: the same call again finds the same.</summary>
    public bool IsEmpty => _facts.Count == 0;

    /// <summary>What the judgement rests on: as before, with the events of the same call.</summary>
    public EncounterState With { get; private init; }

    public EncounterState After { get; }

    private bool Complete => Answer is { State: CheckState.Complete };

    /// <param name="before">What the judgement rests on, with the events of the same call.</param>
    /// <param name="cited">The check that the call names, where it is known.</param>
    public static WriteTurn Take(
        EncounterState before, WritePlan plan, Judge judge, RecentCheck? cited, string? checkId, DateTimeOffset now, Caller by)
    {
        var orders = plan.Orders;
        var charges = plan.Charges;
        if (orders.Count == 0 && charges.Count == 0)
            return new WriteTurn(before, plan, null, null, null, cited, checkId, now, by);
        var request = new CheckRequest(orders, orders.Count > 0 ? Stage.Order : Stage.Charge) { Reader = by.Role };
        if (plan.IsOfChargesAlone)
        {
            var charged = before.Apply(charges.Select((charge, index) => new RecordedFact(before.Sequence + 1 + index, charge, now, by)));
            var inputs = Inputs(before) with { ChargesRecorded = charges.Count };
            return new WriteTurn(before, plan, charged, inputs, judge.Of(judge.NewCheckId(), before, request, charges, charged), cited, checkId, now, by);
        }
        var with = before.Apply(plan.Events.Select((fact, index) => new RecordedFact(before.Sequence + 1 + index, fact, now, by)));
        return new WriteTurn(before, plan, null, Inputs(with), judge.Of(judge.NewCheckId(), with, request, charges), cited, checkId, now, by) { With = with };

        CheckInputs Inputs(EncounterState state) =>
            new(request) { Charges = charges, LedgerSequence = state.Sequence, History = HistoryInputs.Of(state.History, mayBeStale: false) };
    }

    public WriteReceipt Receipt(Novelty novelty) => new()
    {
        LedgerSequence = After.Sequence,
        Recorded = _plan.Facts.Count,
        AlreadyRecorded = novelty.AlreadyRecorded,
        IgnoredLowerRevision = novelty.IgnoredLower,
        Parked = [.. _plan.Facts.Where(IsParked).Select(fact => fact.Id).Distinct(StringComparer.Ordinal)],
        Findings = [.. (Answer?.Findings ?? []).Where(finding => _cited?.ToldAll(finding) != true && !IsListed(finding))],
        ListedForMorning = Answer?.Findings.Concat(Answer.Routed).Count(IsListed) ?? 0,
        State = Answer?.State ?? CheckState.Complete,
        StateReasons = Answer?.StateReasons ?? [],
        CheckId = Answer?.CheckId ?? "",
    };

    public AppendUnit Unit(long encounter, LedgerHead expected, string requestId, RequestHash request, WriteReceipt receipt) => new()
    {
        Encounter = encounter,
        RequestId = requestId,
        RequestHash = request.Hash,
        Expected = expected,
        Facts = _facts,
        ContentHashes = [.. _plan.Places.Select(place => request.Contents[place])],
        By = _by,
        RecordedAt = _now,
        Answer = AnswerBytes.Write(receipt),
        Aliases = UnitIndexes.Aliases(_facts),
        ChargedDays = UnitIndexes.ChargedDays(_facts, _before.TimeZone),
        AwaitsJudgement = UnitIndexes.AwaitsJudgement(After),
        Promises = UnitIndexes.Promises(_before, After),
        Late = _late,
        Work = Coding.Count == 0 ? _work : [.. _work, .. Coding],
    };

    /// <summary>Nobody was asked for a reason while the patient was rescued or operated on: the doctor gives it afterwards, from the list.</summary>
    private static bool IsForLater(Order order) => order.Rescue || order.Intraoperative;

    /// <summary>Nobody is interrupted for it: the morning list has it, now or when it is judged late.</summary>
    private bool IsListed(Finding finding) => WorkRows.IsForMorning(finding, _automatic);

    private IEnumerable<RecordedFact> Recorded(IEnumerable<Fact> facts) =>
        facts.Select((fact, index) => new RecordedFact(_before.Sequence + 1 + index, fact, _now, _by));

    private Fact Marked(Fact fact, IReadOnlyCollection<Order> uncovered, string? checkId) => fact switch
    {
        OrderSigned signed => signed with { CheckId = checkId, Covered = !uncovered.Contains(signed.Order) },
        Charge { RefundOf: null } charge when charge.Unjudged == Complete => charge with { Unjudged = !Complete },
        _ => fact,
    };

    /// <summary>What no complete check had covered is judged now, if this judgement is complete; else the sweeper comes for it.</summary>
    private IEnumerable<Fact> Late(Order[] uncovered)
    {
        if (Complete && uncovered.Length > 0)
            yield return new LateJudged([.. uncovered.Select(order => order.Id)], [], Answer!.CheckId, Answer.Findings.Count)
            {
                Id = Answer.CheckId,
                OccurredAt = _now,
            };
    }

    private bool IsParked(Fact fact) => !After.Admitted || fact switch
    {
        OrderActed action => After.Orders.Find(action.OrderId) is null,
        OrderSuperseded superseded => After.Orders.Find(superseded.OldOrderId) is null,
        Charge { OrderId: { } order } => After.Orders.Find(order) is null,
        _ => false,
    };
}
