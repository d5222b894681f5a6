using OrderCheck.Core.Budgets;
using OrderCheck.Core.Charges;
using OrderCheck.Core.Encounters;
using OrderCheck.Core.Findings;
using OrderCheck.Core.Hospitals;
using OrderCheck.Core.Knowledge;
using OrderCheck.Core.Orders;
using OrderCheck.Core.Rules;
using OrderCheck.Core.Rules.Vocabulary;

namespace OrderCheck.Core.Checks;

/// <summary>What judging orders and judging charges have in common: the scratch facts, and how the answer is put together.</summary>
internal sealed class CheckParts
{
    private readonly string _checkId;
    private readonly Release _release;
    private readonly HospitalDictionary _dictionary;
    private readonly EncounterState _state;
    private readonly DateTimeOffset _now;
    private readonly LineJudge _lines;
    private readonly LineFactsSetter _setter;
    private readonly RuleFacts _facts;
    private readonly EncounterJudge _encounter;
    private readonly OwnShares _ownShares;

    /// <param name="state">What the answer rests on.</param>
    /// <param name="timelines">With what is judged.</param>
    /// <param name="charged">With the judged charges.</param>
    /// <param name="plan">Of the state's orders.</param>
    /// <param name="orders">Every order that may be of a judged line's prescription.</param>
    /// <param name="judged">What this call's orders plan.</param>
    /// <param name="asked">This call's orders.</param>
    public CheckParts(
        string checkId, Release release, HospitalDictionary dictionary, EncounterState state, Stage stage, DateTimeOffset now,
        Timelines timelines, IReadOnlyList<Order> orders, JudgedPlan judged, IReadOnlyList<(Order Order, ExpansionResult Expansion)> asked,
        EncounterState charged, OrderPlan plan)
    {
        (_checkId, _release, _dictionary, _state, _now) = (checkId, release, dictionary, state, now);
        var zone = dictionary.Hospital.TimeZone;
        var use = new LineUse(timelines, new CountedUses(release.Catalogue, dictionary, state, timelines));
        var drug = new DrugOrders(release, dictionary, state, timelines, judged, asked);
        var prescription = new HerbPrescription(release, dictionary, orders);
        var other = new OtherUse(release, dictionary, timelines, prescription);
        var record = new PatientRecord(release, dictionary, state, now, timelines, asked);
        var facts = record.Facts(use, other, prescription, new LineHistory(state, use, release.Codes, now), drug);
        var stay = new EncounterStay(release, state, zone, now);
        var order = new LineOrder(charged, plan);
        var operations = new LineOperations(release, dictionary, state, timelines, judged, asked);
        (facts.Stay, facts.Order, facts.Operation) = (stay, order, operations);
        facts.Coding = new EncounterCoding(release, state);
        var sites = new LineSites(charged, plan, facts);
        facts.Site = sites;
        var pathways = new StayPathways(release, dictionary, state, timelines, facts, now);
        facts.Pathway = pathways;
        var maker = new FindingMaker(state.Key, zone, facts) { Promises = stage == Stage.Discharge ? new PromisesKept(state) : null };
        record.Use(facts, maker);
        _facts = facts;
        _setter = new LineFactsSetter(facts, release, dictionary, state.Stay) { Surroundings = new LineSurroundings(stay, order, sites, operations, pathways) };
        _setter.SetVisit();
        _lines = new LineJudge(release, stage, facts, _setter, use, other, prescription, record, drug, maker, Verdicts) { OrdersDecided = state.Decisions.Count > 0 };
        _encounter = new EncounterJudge(release, stage, facts, maker, Verdicts);
        // Whoever looks at a whole stay is not shown each line's badges.
        _ownShares = new OwnShares(Verdicts, badges: stage is not (Stage.Discharge or Stage.Retrospective));
        BuiltIn = new BuiltInFindings(state.Key, zone);
        if (!state.Admitted)
            Verdicts.Because(new StateReason("encounter_not_admitted", "尚未收到该患者的入院登记，依赖患者信息的规则未能判断"));
    }

    public Verdicts Verdicts { get; } = new();

    public PayerFacts Payer => _facts.Payer;

    public BuiltInFindings BuiltIn { get; }

    /// <summary>The settlement list and the charge lines as a whole, of which only the encounter's own judgement asks.</summary>
    public void Settle(IReadOnlyList<RecordedFact> facts, IReadOnlyList<Charge> charges)
    {
        _facts.Settlement = new EncounterSettlement(_release, _dictionary, _state, _now);
        _facts.Detail = new ChargedDetail(_release, _state.Stay, _dictionary.Hospital.TimeZone, facts, charges, _now);
    }

    public void Judge(Charge charge)
    {
        var zone = _dictionary.Hospital.TimeZone;
        var line = BilledLine.Of(charge, _release, zone, _state.Orders);
        if (line.Line.Item is null)
        {
            Verdicts.Add(BuiltIn.Unknown(
                charge.ItemCode ?? charge.ItemHospitalCode ?? "", charge.ItemName, line.PartyAt(zone.Local(charge.OccurredAt)), _release.Catalogue.Knows(line.Line.ItemCode)));
        }
        if (_release.Knowledge[KnowledgeKind.StayWindows].Count == 0 && BuiltIn.Outside(line, _state.Stay) is { } outside)
            Verdicts.Add(outside);
        Judge(line);
    }

    public void Judge(JudgedLine line)
    {
        _lines.Judge(line);
        // A line that is never carried out is for free.
        if (line.Line.Uses is not [var first, ..])
            return;
        var insuType = line.Payer ?? _state.Stay.InsuTypeAt(first.At);
        _ownShares.Add(line, _setter.IsSelfPaid(insuType), _setter.OwnShareRatioOf(line, insuType, DateOnly.FromDayNumber(first.Day)));
    }

    /// <summary>Lines that a change of who pays concerns.</summary>
    public void List(IReadOnlyList<string> chargeIds) => _encounter.PayerLines = chargeIds;

    public CheckAnswer Answer(BudgetProgress? before, BudgetProgress? after, Reader reader)
    {
        _setter.SetEncounter(_now, _dictionary.Hospital.TimeZone.Day(_now));
        _encounter.SelfPaidVisit = _setter.SelfPaidVisit;
        _encounter.Judge(before, after, _dictionary.Hospital.TimeZone.Day(_now));
        var arranged = FindingFold.Arrange(Verdicts.Findings, _state.Decisions, reader, _release.Alerts);
        return new CheckAnswer
        {
            CheckId = _checkId,
            State = Verdicts.Reasons.Count == 0 ? CheckState.Complete : CheckState.Partial,
            StateReasons = Verdicts.Reasons,
            Findings = arranged.Findings,
            Routed = arranged.Routed,
            ShownBefore = arranged.ShownBefore,
            Flags = Verdicts.Flags,
            BudgetBefore = before,
            BudgetAfter = after,
            OwnShare = _ownShares.Total,
            UndeterminedCount = Verdicts.Undetermined,
            Blind = Verdicts.Blind,
            FoldedCount = arranged.Findings.Count(static finding => finding.Folded),
            ReleaseNumber = _release.Number,
            ReleaseHash = _release.Hash,
            DictionaryNumber = _dictionary.Number,
            LedgerSequence = _state.Sequence,
            HistoryVersion = _state.History?.Version ?? 0,
            EvaluatedAt = _now,
        };
    }
}
