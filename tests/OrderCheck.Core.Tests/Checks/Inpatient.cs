using System.Collections.Immutable;
using OrderCheck.Core.Amounts;
using OrderCheck.Core.Charges;
using OrderCheck.Core.Checks;
using OrderCheck.Core.Encounters;
using OrderCheck.Core.Findings;
using OrderCheck.Core.Identity;
using OrderCheck.Core.Orders;
using OrderCheck.Core.Patients;
using OrderCheck.Core.Tests.Patients;

namespace OrderCheck.Core.Tests.Checks;

/// <summary>A case history that reads like one: who was admitted, what happened, and what the rules say to what comes next.</summary>
internal sealed class Inpatient
{
    private static readonly Caller Nurse = new(Rulebook.Hospital.Code, Role.His, "", "");

    private Inpatient(EncounterState state, ImmutableList<RecordedFact> facts) => (State, Facts) = (state, facts);

    public EncounterState State { get; }

    /// <summary>What the state is the fold of.</summary>
    public ImmutableList<RecordedFact> Facts { get; }

    public static Inpatient Male(int age) => Admitted(new StayDetails { Sex = Sex.Male, BirthTime = When.Day(1).AddYears(-age), InsuType = "310" });

    public static Inpatient Female(int age) => Admitted(new StayDetails { Sex = Sex.Female, BirthTime = When.Day(1).AddYears(-age), InsuType = "310" });

    public static Inpatient Admitted(StayDetails stay) =>
        Unknown().With(new Admitted(stay with { MedType = stay.MedType ?? "21", Department = stay.Department ?? "心内科" }) { Id = "admit", OccurredAt = When.Day(1, 8) });

    /// <summary>Nothing is known yet but the visit number.</summary>
    public static Inpatient Unknown() =>
        new(EncounterState.Empty(new EncounterKey(Rulebook.Hospital.Code, "V1"), Rulebook.Hospital.TimeZone), []);

    public Inpatient With(Fact fact)
    {
        var recorded = new RecordedFact(State.Sequence + 1, fact, fact.OccurredAt, Nurse);
        return new Inpatient(State.Apply(recorded), Facts.Add(recorded));
    }

    public Inpatient Insured(string insuType, int fromDay) =>
        With(new InsuranceChanged(insuType, When.Day(fromDay, 0)) { Id = $"insurance-{fromDay}", OccurredAt = When.Day(fromDay) });

    public Inpatient Budgeted(decimal standardCost, decimal paymentStandard) =>
        With(new BudgetGiven("FM19", "冠脉支架", Money.FromYuan(paymentStandard), Money.FromYuan(standardCost), "HIS") { Id = "budget", OccurredAt = When.Day(1) });

    public Inpatient GaveBirth(string infantNo, Sex sex, int day = 1) =>
        With(new BirthRecorded(infantNo, sex, 3200) { Id = $"birth-{infantNo}", OccurredAt = When.Day(day) });

    public Inpatient Diagnosed(string code, string name = "诊断", bool principal = false, bool suspected = false, string? infantNo = null) =>
        With(new DiagnosisRecorded(code, name, principal, suspected, false, infantNo) { Id = $"diagnosis-{State.Sequence}", OccurredAt = When.Day(1) });

    public Inpatient Weighing(decimal kilograms, int day = 1, string? infantNo = null) =>
        With(new WeightRecorded((int)(kilograms * 1000), infantNo) { Id = $"weight-{infantNo}-{day}", OccurredAt = When.Day(day) });

    public Inpatient Allergic(string substance, string? code = null) =>
        With(new AllergyRecorded(code, substance, false) { Id = $"allergy-{State.Sequence}", OccurredAt = When.Day(1) });

    public Inpatient Signed(params Order[] orders) =>
        orders.Aggregate(this, (patient, order) => patient.With(new OrderSigned(order, null, true) { Id = order.Id, Revision = order.Revision, OccurredAt = order.StartAt }));

    public Inpatient Charged(params Charge[] charges) => charges.Aggregate(this, (patient, charge) => patient.With(charge));

    public Inpatient Charged(string item, decimal quantity, int day = 1) => Charged(Billed.Line(item, quantity, When.Day(day)));

    public Inpatient Decided(Finding finding, DecisionKind kind) =>
        With(new DecisionRecorded("check", finding.Key, kind, "病情需要", true) { Id = $"decision-{State.Sequence}", OccurredAt = When.Day(1) });

    /// <summary>These are the patient's other encounters, and there are no more. Without this nobody knows of any.</summary>
    public Inpatient Knowing(params Visited[] visits) => new(State.WithHistory(PatientHistory.Of(new PatientEncounters(1 + visits.Sum(visit => visit.Facts.Count), [.. visits.Select(visit => visit.Summary)]))), Facts);

    public CheckAnswer Ordering(Rulebook rules, params Order[] orders) => Ordering(rules, Stage.Order, orders);

    public CheckAnswer Ordering(Rulebook rules, Stage stage, params Order[] orders) =>
        Evaluator.CheckOrders("check", rules.Release, rules.Dictionary, State, new CheckRequest(orders, stage), When.Day(1, 12));

    /// <summary>Asked at another time than noon of the day of admission.</summary>
    public CheckAnswer OrderingAt(DateTimeOffset now, Rulebook rules, params Order[] orders) =>
        Evaluator.CheckOrders("check", rules.Release, rules.Dictionary, State, new CheckRequest(orders, Stage.Order), now);

    /// <summary>出院前审核: everything so far, judged anew on that day.</summary>
    public CheckAnswer Auditing(Rulebook rules, int day = 20, int maxCards = 100) => Whole(rules, Stage.Discharge, When.Day(day, 18), maxCards);

    public CheckAnswer Registering(Rulebook rules, int day = 1, int hour = 12) => Whole(rules, Stage.Registration, When.Day(day, hour), 100);

    public CheckAnswer Charging(Rulebook rules, params Charge[] charges) =>
        Evaluator.JudgeCharges("check", rules.Release, rules.Dictionary, State, charges, When.Day(20));

    private CheckAnswer Whole(Rulebook rules, Stage stage, DateTimeOffset now, int maxCards) =>
        Evaluator.AuditEncounter("check", rules.Release, rules.Dictionary, State, Facts, new CheckRequest([], stage, maxCards), now);
}
