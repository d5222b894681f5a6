using OrderCheck.Core.Checks;
using OrderCheck.Core.Encounters;
using OrderCheck.Core.Findings;
using Xunit;

namespace OrderCheck.Core.Tests.Checks;

/// <summary>首页质量: what is coded against the patient, against itself, and against what was charged.</summary>
public sealed class CodingTests
{
    private static readonly Rulebook Principal = Rulebook.With(("principal_diagnoses", "diagnoses,hours\n,24\nB95-B97|Z37,\n"));

    private static readonly Rulebook Patients = Rulebook.With(("diagnosis_patients", "diagnoses,sex,min_age,max_age,age_unit\nO|N70-N98,女,,,\nP59,,,28,天\n"));

    private static readonly Rulebook Procedures =
        Rulebook.With(("procedure_patients", "procedures,sex,principals,principals_name\n65-75,女,,\n47.0,,K35-K38,阑尾炎\n"));

    private static readonly Rulebook Operations =
        Rulebook.With(("coded_operations", $"procedures,items,name,coded_must_be_charged\n36.06|36.07,{Items.Stent},冠状动脉支架置入,是\n99.1,{Items.Infusion},输液,否\n"));

    private static readonly Rulebook Evidence = Rulebook.With(("diagnosis_evidence", $"diagnoses,items,name\nI63,{Items.Aspirin}|XB05,抗血小板药物\n"));

    [Theory]
    [InlineData(1, 23, false)]
    [InlineData(2, 7, false)]
    [InlineData(2, 8, true)]
    public void A_principal_diagnosis_is_asked_for_24_hours_after_admission(int day, int hour, bool found)
    {
        var answer = Evaluator.AuditEncounter(
            "c", Principal.Release, Principal.Dictionary, Inpatient.Male(62).State, [], new CheckRequest([], Stage.Discharge), When.Day(day, hour));

        Assert.Equal(found, answer.Findings.Any(finding => finding.Rule == "principal-diagnosis-missing"));
    }

    [Fact]
    public void A_principal_diagnosis_that_is_there_passes_and_another_is_not_enough()
    {
        Assert.Empty(Coded(Inpatient.Male(62), "I63.900").Auditing(Principal).Findings);
        Assert.Equal("principal-diagnosis-missing", Assert.Single(Coded(Inpatient.Male(62), "I63.900", principal: false).Auditing(Principal).Findings).Rule);
    }

    [Fact]
    public void Before_any_admission_is_known_its_time_is_missing()
    {
        var finding = Assert.Single(Inpatient.Unknown().Auditing(Principal).Findings);

        Assert.True(finding.Undetermined);
        Assert.Equal(["stay.HoursSinceAdmission"], finding.MissingInputs);
    }

    [Theory]
    [InlineData("B94.800", false)]
    [InlineData("B95.000", true)]
    [InlineData("B97.800", true)]
    [InlineData("B98.000", false)]
    [InlineData("Z37.000", true)]
    public void Codes_that_are_only_additional_are_not_principal(string code, bool found)
    {
        Assert.Equal(found, Coded(Inpatient.Male(62), code).Auditing(Principal).Findings.Any());
        Assert.DoesNotContain(
            Coded(Coded(Inpatient.Male(62), "I63.900"), code, principal: false).Auditing(Principal).Findings, finding => finding.Rule == "not-allowed-as-principal");
    }

    [Fact]
    public void A_diagnosis_of_the_other_sex_is_found_with_its_name()
    {
        var finding = Assert.Single(Coded(Inpatient.Male(62), "N80.000", "子宫内膜异位症").Auditing(Patients).Findings);

        Assert.Equal("诊断【N80.000 子宫内膜异位症】只见于女性，患者为男性", finding.Message);
        Assert.Equal((Domain.Coding, Severity.Violation), (finding.Domain, finding.Severity));
        Assert.DoesNotContain(DecisionKind.SelfPay, finding.AllowedDecisions);
        Assert.Empty(Coded(Inpatient.Female(62), "N80.000").Auditing(Patients).Findings);
        Assert.Empty(Coded(Inpatient.Male(62), "N40.x00").Auditing(Patients).Findings);
    }

    [Fact]
    public void A_diagnosis_that_was_withdrawn_or_is_the_infants_is_not_the_patients()
    {
        var withdrawn = Coded(Inpatient.Male(62), "N80.000").With(
            new DiagnosisRecorded("N80.000", null, true, false, true, null) { Id = "w", OccurredAt = When.Day(2) });

        Assert.Empty(withdrawn.Auditing(Patients).Findings);
        Assert.Empty(Inpatient.Female(30).With(new DiagnosisRecorded("P59.900", null, false, false, false, "1") { Id = "d", OccurredAt = When.Day(2) }).Auditing(Patients).Findings);
    }

    [Fact]
    public void A_patient_of_unknown_sex_is_undetermined_where_such_a_diagnosis_is_coded_and_nowhere_else()
    {
        var unknown = Inpatient.Admitted(new StayDetails());

        Assert.Equal(["patient.Sex"], Assert.Single(Coded(unknown, "O80.000").Auditing(Patients).Findings).MissingInputs);
        Assert.Equal(0, Coded(unknown, "I63.900").Auditing(Patients).UndeterminedCount);
    }

    [Theory]
    [InlineData(28, false)]
    [InlineData(29, true)]
    public void An_age_is_that_of_the_admission(int days, bool found)
    {
        var infant = Inpatient.Admitted(new StayDetails { Sex = Sex.Male, BirthTime = When.Day(1).AddDays(-days) });

        Assert.Equal(found, Coded(infant, "P59.900").Auditing(Patients, day: 15).Findings.Any());
    }

    [Fact]
    public void A_procedure_of_the_other_sex_is_found()
    {
        Assert.Equal("procedure-for-the-other-sex", Assert.Single(Operated(Inpatient.Male(62), "68.4001").Auditing(Procedures).Findings).Rule);
        Assert.Empty(Operated(Inpatient.Female(62), "68.4001").Auditing(Procedures).Findings);
        Assert.Empty(Operated(Inpatient.Male(62), "76.0100").Auditing(Procedures).Findings);
    }

    [Theory]
    [InlineData("K35.300", true, false)]
    [InlineData("I63.900", true, true)]
    [InlineData("I63.900", false, false)]
    public void The_main_procedure_must_fit_the_principal_diagnosis(string code, bool main, bool found) =>
        Assert.Equal(found, Operated(Coded(Inpatient.Male(62), code), "47.0100", main).Auditing(Procedures).Findings.Any());

    [Fact]
    public void An_operation_that_was_charged_must_be_coded_and_one_that_was_coded_charged()
    {
        var charged = Inpatient.Male(62).Charged(Items.Stent, 1);

        Assert.Equal("operation-charged-not-coded", Assert.Single(charged.Auditing(Operations).Findings).Rule);
        Assert.Empty(Operated(charged, "36.0700").Auditing(Operations).Findings);
        Assert.Equal("operation-coded-not-charged", Assert.Single(Operated(Inpatient.Male(62), "36.0600").Auditing(Operations).Findings).Rule);
        Assert.Empty(Operated(Inpatient.Male(62), "99.1000").Auditing(Operations).Findings);
    }

    [Fact]
    public void A_charge_that_was_taken_back_is_none()
    {
        var stent = Billed.Line(Items.Stent, 1, 1);

        Assert.Empty(Inpatient.Male(62).Charged(stent).Charged(Billed.Refund(stent, 1)).Auditing(Operations).Findings);
    }

    [Fact]
    public void A_diagnosis_with_nothing_behind_it_is_found()
    {
        var stroke = Coded(Inpatient.Male(62), "I63.900", "脑梗死");

        Assert.Equal("诊断【I63.900 脑梗死】没有对应的抗血小板药物收费，请核对诊断或补充依据", Assert.Single(stroke.Auditing(Evidence).Findings).Message);
        Assert.Empty(stroke.Charged(Items.Albumin, 1).Auditing(Evidence).Findings);
    }

    [Fact]
    public void Coding_is_asked_about_before_discharge_alone()
    {
        var patient = Coded(Inpatient.Male(62), "N80.000");

        Assert.Empty(patient.Charging(Patients, Billed.Line(Items.Bed, 1, 2)).Findings);
        Assert.Empty(patient.Registering(Patients).Findings);
    }

    [Fact]
    public void A_decision_about_coding_folds_it_when_it_is_asked_again()
    {
        var patient = Coded(Inpatient.Male(62), "N80.000");
        var finding = Assert.Single(patient.Auditing(Patients).Findings);

        Assert.True(Assert.Single(patient.Decided(finding, DecisionKind.Overridden).Auditing(Patients).Findings).Folded);
    }

    private static Inpatient Coded(Inpatient patient, string code, string? name = null, bool principal = true) =>
        patient.With(new DiagnosisRecorded(code, name, principal, false, false, null) { Id = $"d-{code}", OccurredAt = When.Day(1, 9) });

    private static Inpatient Operated(Inpatient patient, string code, bool main = true) =>
        patient.With(new ProcedureRecorded(code, null, main, null) { Id = $"p-{code}", OccurredAt = When.Day(2, 9) });
}
