using OrderCheck.Core.Amounts;
using OrderCheck.Core.Charges;
using OrderCheck.Core.Encounters;
using OrderCheck.Core.Identity;
using OrderCheck.Core.Patients;
using OrderCheck.Core.Tests.Checks;

namespace OrderCheck.Core.Tests.Patients;

/// <summary>Another encounter of the patient, told like a case history. Days are those of <see cref="When"/>: day 0 and below lie before.</summary>
internal sealed class Visited
{
    private readonly List<RecordedFact> _facts = [];
    private readonly EncounterKey _key;

    private Visited(string visitNumber) => _key = new EncounterKey(Rulebook.Hospital.Code, visitNumber);

    public StaySummary Summary => StaySummary.Of(1, _key, Rulebook.Hospital.TimeZone, _facts);

    public IReadOnlyList<RecordedFact> Facts => _facts;

    public static Visited Inpatient(string visitNumber, int admitted, int? discharged = null, string department = "心内科", string? patient = "P1")
    {
        var visit = new Visited(visitNumber).With(new Admitted(new StayDetails { PatientNumber = patient, MedType = "21", Department = department })
        {
            Id = "admit",
            OccurredAt = When.Day(admitted, 9),
        });
        return discharged is { } day ? visit.Left(day) : visit;
    }

    public static Visited Outpatient(string visitNumber, int day, string? patient = "P1") =>
        new Visited(visitNumber).With(new Admitted(new StayDetails { PatientNumber = patient, MedType = "11", Department = "心内科门诊" })
        {
            Id = "admit",
            OccurredAt = When.Day(day, 9),
        }).Left(day);

    public Visited With(Fact fact)
    {
        _facts.Add(new RecordedFact(_facts.Count + 1, fact, fact.OccurredAt, new Caller(_key.Hospital, Role.His, "", "")));
        return this;
    }

    public Visited Charged(Charge charge) => With(charge);

    public Visited Charged(string item, decimal quantity, int day) => With(Billed.Line(item, quantity, When.Day(day)));

    public Visited Diagnosed(string code) => With(new DiagnosisRecorded(code, null, true, false, false, null) { Id = $"dx-{code}", OccurredAt = When.Day(-500) });

    public Visited Grouped(string code) =>
        With(new BudgetGiven(code, code, Money.FromYuan(1), Money.FromYuan(1), "HIS") { Id = "budget", OccurredAt = When.Day(-500) });

    public Visited Settled() => With(new Settled("S1") { Id = "settled", OccurredAt = When.Day(-1) });

    public Visited Corrected(string patient) => With(new StayUpdated(new StayDetails { PatientNumber = patient }) { Id = $"corrected-{patient}", OccurredAt = When.Day(1) });

    public Visited MergedInto(string patient) => With(new Merged(null, patient) { Id = $"merged-{patient}", OccurredAt = When.Day(1) });

    public Visited TookOver(string visitNumber) => With(new Merged(visitNumber, null) { Id = $"took-over-{visitNumber}", OccurredAt = When.Day(1) });

    private Visited Left(int day) => With(new Discharged("1") { Id = "out", OccurredAt = When.Day(day, 16) });
}
