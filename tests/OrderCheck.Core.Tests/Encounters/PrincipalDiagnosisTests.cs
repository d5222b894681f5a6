using OrderCheck.Core.Encounters;
using OrderCheck.Core.Tests.Checks;
using OrderCheck.Core.Tests.Patients;
using Xunit;

namespace OrderCheck.Core.Tests.Encounters;

/// <summary>A patient has one principal diagnosis at a time, the one last told of as such; everybody who reads it reads the same.</summary>
public sealed class PrincipalDiagnosisTests
{
    private static readonly Rulebook Coded = Rulebook.With(
        ("principal_diagnoses", "diagnoses,hours\nI63,\n"),
        ("diagnosis_limits", $"item_code,diagnoses,icd_codes,position,certainty\n{Items.Aspirin},脑梗死,I63,主要诊断,确诊\n"),
        ("readmission_windows", "scope,days,advice\n同诊断,30,请核对\n"));

    private static readonly Inpatient First = Inpatient.Male(62).With(Told("d1", 8, "I63.900"));

    [Fact]
    public void The_last_one_told_of_is_it_and_the_one_before_becomes_secondary()
    {
        var changed = First.With(Told("d2", 9, "J18.900"));

        Assert.Equal([("I63.900", false), ("J18.900", true)], Diagnoses(changed));
        Assert.Equal([("J18.900", false), ("I63.900", true)], Diagnoses(changed.With(Told("d3", 10, "I63.900"))));
    }

    [Fact]
    public void It_does_not_matter_which_was_reported_first() =>
        Assert.Equal([("I63.900", false), ("J18.900", true)], Diagnoses(Inpatient.Male(62).With(Told("d2", 9, "J18.900")).With(Told("d1", 8, "I63.900"))));

    [Theory]
    [InlineData("d2", 1, true, true)]
    [InlineData("d3", 0, true, true)]
    [InlineData("d3", 0, false, false)]
    public void The_one_before_is_it_again_once_the_last_is_withdrawn_or_told_of_as_secondary(string id, int revision, bool principal, bool withdrawn)
    {
        var told = First.With(Told("d2", 9, "J18.900")).With(Told(id, 10, "J18.900") with { Revision = revision, Principal = principal, Withdrawn = withdrawn });

        Assert.Equal("I63.900", told.State.Stay.PrincipalDiagnosis?.Code);
    }

    [Fact]
    public void An_infant_and_a_disease_of_TCM_have_their_own()
    {
        var told = First.GaveBirth("1", Sex.Male).With(Told("d2", 9, "P59.900") with { InfantNo = "1" }).With(Told("d3", 10, "A07.02.01")).With(Told("d4", 11, "A07.02.02"));

        Assert.Equal([("I63.900", true), ("P59.900", true), ("A07.02.01", false), ("A07.02.02", true)], Diagnoses(told));
        Assert.Equal("I63.900", told.State.Stay.PrincipalDiagnosis?.Code);
        Assert.Equal("A07.02.02", Inpatient.Male(62).With(Told("d4", 11, "A07.02.02")).State.Stay.PrincipalDiagnosis?.Code);
    }

    [Theory]
    [InlineData("I63.900", "J18.900", false)]
    [InlineData("J18.900", "I63.900", true)]
    public void Coding_payment_and_readmission_read_the_same_one(string first, string last, bool isStroke)
    {
        var patient = Inpatient.Male(62).With(Told("d1", 8, first)).With(Told("d2", 9, last));
        var former = Visited.Inpatient("Z0", -20, -10).Diagnosed("I63.000");

        Assert.Equal(isStroke, patient.Auditing(Coded).Findings.Any(finding => finding.Rule == "not-allowed-as-principal"));
        Assert.Equal(!isStroke, patient.OrderingAt(When.Day(3), Coded, Ordered.Drug(Items.Aspirin, 3)).Findings.Any(finding => finding.Rule.StartsWith("diagnosis-outside-limit", StringComparison.Ordinal) && !finding.Undetermined));
        Assert.Equal(isStroke, patient.Knowing(former).Registering(Coded).Findings.Any(finding => finding.Rule == "readmitted-with-the-same-diagnosis"));
        // As what the patient's later stays will know of this one.
        Assert.Equal(last, Core.Patients.StaySummary.Of(1, patient.State.Key, patient.State.TimeZone, patient.Facts).Stay.PrincipalDiagnosis);
    }

    private static DiagnosisRecorded Told(string id, int hour, string code) => new(code, null, true, false, false, null) { Id = id, OccurredAt = When.Day(1, hour) };

    private static (string, bool)[] Diagnoses(Inpatient patient) => [.. patient.State.Stay.Diagnoses.Select(diagnosis => (diagnosis.Code, diagnosis.Principal))];
}
