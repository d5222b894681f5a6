using System.Collections.Immutable;
using OrderCheck.Core.Charges;
using OrderCheck.Core.Checks;
using OrderCheck.Core.Findings;
using OrderCheck.Core.Hospitals;
using OrderCheck.Core.Identity;
using OrderCheck.Core.Orders;
using OrderCheck.Core.Patients;
using OrderCheck.Core.Rules;

namespace OrderCheck.Core.Encounters;

/// <summary>
/// An encounter as its ledger tells it up to <see cref="Sequence"/>: a pure fold of recorded facts, in any chunking the
/// same. Immutable; versions share what did not change. Ids of charges are not kept (the store answers whether one is
/// known), but for those that were partly taken back or wait for judgement.
/// </summary>
public sealed partial class EncounterState
{
    private static readonly Dictionary<UseKey, ItemUses> NoUses = [];
    private static readonly HashSet<UseKey> NoKeys = [];
    private static readonly Dictionary<string, DecisionKind> NoDecisions = new(StringComparer.Ordinal);

    // A plain dictionary, copied when it changes: an encounter has some dozens of items, a tree's nodes would take more than their uses.
    private readonly Dictionary<UseKey, ItemUses> _uses;
    private OrderPlan? _plan;
    private PlannedCosts? _plannedCosts;
    private PlannedCosts? _earlierCosts;
    private IReadOnlySet<UseKey> _chargedSince = NoKeys;

    private EncounterState(EncounterKey key, TimeZoneInfo timeZone, Dictionary<UseKey, ItemUses> uses)
    {
        Key = key;
        TimeZone = timeZone;
        _uses = uses;
    }

    public EncounterKey Key { get; }

    /// <summary>The hospital's: whose calendar days the uses are on.</summary>
    public TimeZoneInfo TimeZone { get; }

    /// <summary>Of the last fact applied; 0 before any.</summary>
    public long Sequence { get; private init; }

    /// <summary>When the first fact was recorded: what was ordered long before was decided before anybody here could say anything. Null before any.</summary>
    public DateTimeOffset? KnownSince { get; private init; }
    public Stay Stay { get; private init; } = Stay.Unknown;
    public bool Admitted => Stay.AdmittedAt is not null;
    public bool Discharged => Stay.DischargedAt is not null;

    /// <summary>Events in their highest revision, by id.</summary>
    private ImmutableDictionary<string, RecordedFact> Events { get; init; } =
        ImmutableDictionary.Create<string, RecordedFact>(StringComparer.Ordinal);

    public OrderBook Orders { get; private init; } = OrderBook.Empty;

    /// <summary>Billed uses by person and item, less refunds. Never changed: a version with other uses has a dictionary of its own.</summary>
    public IReadOnlyDictionary<UseKey, ItemUses> Uses => _uses;
    public Totals Totals { get; private init; } = Totals.Zero;

    /// <summary>Charges and refunds recorded.</summary>
    public int ChargeLines { get; private init; }

    /// <summary>What was last decided on each finding, by the finding's key.</summary>
    public IReadOnlyDictionary<string, DecisionKind> Decisions { get; private init; } = NoDecisions;

    /// <summary>What the last decision on a finding promised, by the finding's key.</summary>
    public ImmutableDictionary<string, PromiseGiven> Promises { get; private init; } = ImmutableDictionary.Create<string, PromiseGiven>(StringComparer.Ordinal);

    /// <summary>When the next promise is due that has not been looked at; null where none is.</summary>
    public DateTimeOffset? NextPromiseDue
    {
        get
        {
            DateTimeOffset? next = null;
            foreach (var (_, given) in Promises)
            {
                if (!given.Raised && given.Due is { } due && !(next <= due))
                    next = due;
            }
            return next;
        }
    }

    /// <summary>
    /// The patient's other encounters, in the version that this encounter has; null where they are not known. No fact of this
    /// encounter: whoever holds the state gives it, and folding goes on with it until the encounter names another patient.
    /// </summary>
    public PatientHistory? History { get; private init; }

    public AwaitingJudgement Awaiting { get; private init; } = AwaitingJudgement.Nothing;

    /// <summary>Null where the insurance did not change.</summary>
    public ChargedBefore? ChargedBeforeChange { get; private init; }

    /// <summary>The insutype that was told last; null before any. To tell it again is no change.</summary>
    private string? InsuranceTold { get; init; }

    /// <summary>What was charged without a code of the catalogue; in the order in which it was recorded.</summary>
    internal ImmutableList<UncodedUse> Uncoded { get; private init; } = [];

    private ImmutableDictionary<string, Refunded> Refunds { get; init; } =
        ImmutableDictionary.Create<string, Refunded>(StringComparer.Ordinal);

    public static EncounterState Empty(EncounterKey key, TimeZoneInfo timeZone) => new(key, timeZone, NoUses);

    public static EncounterState Replay(EncounterKey key, TimeZoneInfo timeZone, IEnumerable<RecordedFact> facts) =>
        Empty(key, timeZone).Apply(facts).Trimmed();

    /// <summary>The state after one more fact.</summary>
    /// <exception cref="ArgumentException">The fact's sequence is not beyond <see cref="Sequence"/>.</exception>
    public EncounterState Apply(RecordedFact fact) => Apply([fact]);

    /// <summary>The state after more facts, in the order of their sequence: cheaper than one at a time.</summary>
    /// <exception cref="ArgumentException">A fact's sequence is not beyond the one before it.</exception>
    public EncounterState Apply(IEnumerable<RecordedFact> facts)
    {
        var fold = new Fold(this);
        foreach (var fact in facts)
            fold.Add(fact);
        return fold.Finish();
    }

    /// <summary>
    /// As if these facts had been recorded next: what a judgement rests on that is asked with them. The sequence stays the ledger's.
    /// </summary>
    public EncounterState Assuming(IEnumerable<RecordedFact> facts)
    {
        var fold = new Fold(this);
        foreach (var fact in facts)
            fold.Add(fact);
        return fold.FinishAssumed();
    }

    /// <summary>The same, without the room for more that reading it step by step has left.</summary>
    public EncounterState Trimmed() => new(Key, TimeZone, _uses.ToDictionary(uses => uses.Key, uses => uses.Value.Trimmed()))
    {
        Sequence = Sequence,
        KnownSince = KnownSince,
        Events = Events,
        Stay = Stay,
        Orders = Orders,
        Totals = Totals,
        ChargeLines = ChargeLines,
        Decisions = Decisions,
        Promises = Promises,
        Awaiting = Awaiting,
        Refunds = Refunds,
        Uncoded = Uncoded,
        History = History,
        ChargedBeforeChange = ChargedBeforeChange,
        InsuranceTold = InsuranceTold,
        _plan = _plan,
    };

    /// <summary>The same beside another version of the patient's history.</summary>
    public EncounterState WithHistory(PatientHistory? history) => ReferenceEquals(History, history) ? this : new(Key, TimeZone, _uses)
    {
        Sequence = Sequence,
        KnownSince = KnownSince,
        Events = Events,
        Stay = Stay,
        Orders = Orders,
        Totals = Totals,
        ChargeLines = ChargeLines,
        Decisions = Decisions,
        Promises = Promises,
        Awaiting = Awaiting,
        Refunds = Refunds,
        Uncoded = Uncoded,
        History = history,
        ChargedBeforeChange = ChargedBeforeChange,
        InsuranceTold = InsuranceTold,
        _plan = _plan,
        _plannedCosts = _plannedCosts,
        _earlierCosts = _earlierCosts,
        _chargedSince = _chargedSince,
    };

    /// <summary>As if these charges had been recorded next: what judging them before they are recorded rests on.</summary>
    internal EncounterState WithCharges(IEnumerable<Charge> charges)
    {
        var fold = new Fold(this);
        foreach (var charge in charges)
            fold.Add(charge);
        return fold.Finish();
    }

    /// <summary>What the signed orders plan, kept from the last check: its release, dictionary and day seldom change between two.</summary>
    internal OrderPlan PlanOf(Release release, HospitalDictionary dictionary, DateTimeOffset now)
    {
        var plan = _plan;
        return plan is not null && plan.IsFor(release, dictionary, TimeZone.Day(now)) ? plan : _plan = OrderPlan.Make(this, release, dictionary, now);
    }

    internal PlannedCosts PlannedCostsOf(OrderPlan plan)
    {
        if (_plannedCosts is { } costs && ReferenceEquals(costs.Plan, plan))
            return costs;
        // What an earlier version worked out holds but for what was charged since.
        return _plannedCosts = _earlierCosts is { } earlier && ReferenceEquals(earlier.Plan, plan)
            ? earlier.After(this, _chargedSince)
            : PlannedCosts.Make(this, plan);
    }

    /// <summary>The event of that id in its highest revision.</summary>
    internal EncounterFact? EventOf(string id) => Events.TryGetValue(id, out var recorded) ? (EncounterFact)recorded.Fact : null;

    /// <summary>What was already taken back of that charge.</summary>
    public Refunded RefundedOf(string chargeId) => Refunds.GetValueOrDefault(chargeId);

    public ReadOnlySpan<ItemUse> UsesOf(string? infantNo, string itemCode) =>
        _uses.TryGetValue(new UseKey(infantNo, itemCode), out var uses) ? uses.Span : [];
}
