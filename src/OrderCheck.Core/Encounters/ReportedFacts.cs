using OrderCheck.Core.Findings;
using OrderCheck.Core.Hospitals;
using OrderCheck.Core.Identity;
using OrderCheck.Core.Orders;

namespace OrderCheck.Core.Encounters;

/// <summary>
/// What a caller tells of an encounter beside its question, as facts that the encounter does not have yet. What was reported
/// through other channels is overwritten neither by blanks nor by the same again, and what is not told is not gone.
/// </summary>
public static class ReportedFacts
{
    private const string Admission = "reported:admission";
    private const string Discharge = "reported:discharge";
    private const string Refunded = "已退费";

    /// <summary>See <see cref="Fact.Id"/>.</summary>
    private const int LongestId = 64;

    /// <summary>
    /// Of a line that is told here for the first time. The HIS's own channel numbers its orders from 0: whatever it signs under the
    /// same id supersedes what was told here, and never meets a number that was given here.
    /// </summary>
    public const int FirstRevision = -1_000_000_000;

    /// <summary>The differences, in the order in which they are to be recorded; empty where nothing is new.</summary>
    /// <param name="now">When it was told: from then on the patient is elsewhere, or somebody else pays.</param>
    public static IReadOnlyList<Fact> Missing(EncounterState state, ReportedEncounter reported, DateTimeOffset now)
    {
        List<Fact>? missing = null;
        AddStay(ref missing, state, reported, now);
        ReportedClinical.AddTo(ref missing, state, reported, now);
        foreach (var order in reported.Orders)
        {
            if (Missing(state, order) is { } signed)
                (missing ??= []).Add(signed);
        }
        foreach (var refunded in reported.TakenBack)
        {
            if (state.Orders.Find(refunded) is { Planned: true })
                (missing ??= []).Add(Cancelled(state, refunded, now));
        }
        foreach (var refund in reported.Refunds)
        {
            if (state.Orders.Find(refund.Id) is { Planned: true } line && ReportedOrder.IsWhole(refund, line.Order))
                (missing ??= []).Add(Cancelled(state, refund.Id, now));
        }
        if (reported.DischargedAt is { } at && !state.Discharged)
            Add(ref missing, state, new Discharged(null) { Id = Discharge, OccurredAt = at });
        return missing is null ? [] : LastOfEach(missing);
    }

    /// <summary>Who tells the same line twice means it once, as it was told last.</summary>
    private static List<Fact> LastOfEach(List<Fact> facts)
    {
        var last = new HashSet<(EntityKind, string)>(facts.Count);
        var again = 0;
        for (var i = facts.Count - 1; i >= 0; i--)
        {
            if (!last.Add((facts[i].Entity, facts[i].Id)))
                (facts[i], again) = (null!, again + 1);
        }
        if (again > 0)
            facts.RemoveAll(static fact => fact is null);
        return facts;
    }

    /// <summary>These facts as they would be recorded next.</summary>
    public static IReadOnlyList<RecordedFact> Assumed(EncounterState state, IReadOnlyList<Fact> facts, DateTimeOffset now)
    {
        var by = new Caller(state.Key.Hospital, Role.His, "", "");
        return facts.Count == 0 ? [] : [.. facts.Select((fact, index) => new RecordedFact(state.Sequence + 1 + index, fact, now, by))];
    }

    /// <summary>It was told beside a question, and not signed by the HIS's own channel.</summary>
    public static bool IsTold(Order order) => order.Revision < 0;

    /// <summary>
    /// Whether it is to be recorded: an order that the HIS has signed through its own channel is changed through that alone. What is
    /// told of it here is judged with, and no more.
    /// </summary>
    public static bool IsRecorded(Fact missing) => missing is not OrderSigned { Revision: >= 0 };

    /// <summary>
    /// Whether the patient is whom the encounter knows. The HIS's own channel tells the hospital's number of a patient; NHSA's patn_id may be
    /// another name of the same person, and must not move the stay, and its history, to somebody else.
    /// </summary>
    public static bool IsPatientOf(EncounterState state, string? told) =>
        state.Stay.Details.PatientNumber is { } known && (told is null || told == known || (state.Admitted && state.EventOf(Admission) is null));

    /// <summary>The line as it is to be judged: what was known of it by its id goes on where the request is silent.</summary>
    public static Order Known(EncounterState state, Order reported) =>
        state.Orders.Find(reported.Id) is not { } known ? reported : ReportedOrder.Change(known.Order, reported) ?? known.Order;

    /// <summary>The line is known by its id, and otherwise.</summary>
    public static bool IsChanged(EncounterState state, Order reported) =>
        state.Orders.Find(reported.Id) is { } known && ReportedOrder.Change(known.Order, reported) is not null;

    internal static void Add(ref List<Fact>? missing, EncounterState state, EncounterFact fact)
    {
        var known = state.EventOf(fact.Id);
        if (known is null)
            (missing ??= []).Add(fact);
        else if (known != fact with { Revision = known.Revision })
            (missing ??= []).Add(fact with { Revision = known.Revision + 1 });
    }

    /// <summary>Whoever tells it again names it again; ids of other channels do not begin so.</summary>
    internal static string IdOf(string what, string told)
    {
        var id = $"reported:{what}:{told}";
        return id.Length <= LongestId ? id : $"reported:{what}:{FindingKey.Of(told)}";
    }

    /// <summary>A change of its own each time: a later one leaves an earlier one as it was.</summary>
    internal static string ChangeId(string what, EncounterState state) => $"reported:{what}:{state.Sequence + 1}";

    /// <summary>The line as an order that is new, or known otherwise; null where it is known so.</summary>
    public static OrderSigned? Missing(EncounterState state, Order order)
    {
        if (state.Orders.Find(order.Id) is not { } known)
            return Signed(order with { Revision = FirstRevision });
        return ReportedOrder.Change(known.Order, order) is { } changed ? Signed(changed with { Revision = known.Order.Revision + 1 }) : null;
    }

    private static OrderCancelled Cancelled(EncounterState state, string refunded, DateTimeOffset now) =>
        new(refunded, Refunded) { Id = IdOf($"refund:{state.Sequence + 1}", refunded), OccurredAt = now };

    private static OrderSigned Signed(Order order) =>
        new(order, null, Covered: false) { Id = order.Id, Revision = order.Revision, OccurredAt = order.StartAt };

    private static void AddStay(ref List<Fact>? missing, EncounterState state, ReportedEncounter reported, DateTimeOffset now)
    {
        if (!state.Admitted && reported.AdmittedAt is { } admitted)
            Add(ref missing, state, new Admitted(reported.Stay) { Id = Admission, OccurredAt = admitted });
        else if (Change(state, reported.Stay) is { } change)
            (missing ??= []).Add(new StayUpdated(change) { Id = ChangeId("stay", state), OccurredAt = now });
    }

    /// <summary>What is told and known otherwise; null where all of it is known.</summary>
    private static StayDetails? Change(EncounterState state, StayDetails told)
    {
        var known = state.Stay.Details;
        var change = new StayDetails
        {
            PatientNumber = IsPatientOf(state, told.PatientNumber) ? null : Other(told.PatientNumber, known.PatientNumber),
            Sex = told.Sex is { } sex && sex != known.Sex ? sex : null,
            BirthTime = told.BirthTime is { } birth && !IsSameBirth(birth, known.BirthTime, state.TimeZone) ? birth : null,
            MedType = Other(told.MedType, known.MedType),
            InsuType = Other(told.InsuType, known.InsuType),
            Department = Other(told.Department, known.Department),
            Ward = Other(told.Ward, known.Ward),
            Bed = Other(told.Bed, known.Bed),
            AttendingDoctor = Other(told.AttendingDoctor, known.AttendingDoctor),
            MdtrtId = Other(told.MdtrtId, known.MdtrtId),
        };
        return change == new StayDetails() ? null : change;
    }

    private static string? Other(string? told, string? known) => told is not null && told != known ? told : null;

    /// <summary>Who tells the day alone does not contradict who knows the hour.</summary>
    private static bool IsSameBirth(DateTimeOffset told, DateTimeOffset? known, TimeZoneInfo zone) =>
        known is { } time && (told == time || (zone.Local(told).TimeOfDay == TimeSpan.Zero && zone.Day(told) == zone.Day(time)));
}
