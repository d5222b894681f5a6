using OrderCheck.Core.Encounters;
using OrderCheck.Core.Identity;
using OrderCheck.Core.Rules;
using OrderCheck.Grains.Findings;
using OrderCheck.Grains.Tests.Clusters;
using OrderCheck.Grains.Tests.Encounters;
using OrderCheck.Grains.Tests.Releases;

namespace OrderCheck.Grains.Tests.Findings;

/// <summary>What is to be said of an encounter's coding when the patient leaves is on the coder's list.</summary>
public sealed class CodingListTests
{
    private const string CodingRule =
        """
        {
          "WorkflowName": "diagnoses",
          "Rules": [
            {
              "RuleName": "principal-diagnosis-missing",
              "Expression": "limit.Hours != null && stay.HoursSinceAdmission >= limit.Hours && !coding.HasPrincipal",
              "ErrorMessage": "尚未填写主要诊断",
              "Properties": {
                "title": "主要诊断未按时填写", "family": "编码质量", "domain": "coding", "severity": "suspicion", "response": "justify", "stages": "D",
                "decisions": "change override", "knowledge": "principal_diagnoses", "basis": "测试", "state": "active"
              }
            }
          ]
        }
        """;

    private static readonly RuleFolder WithCoder = new(
    [
        .. Rulebook.Folder.Files, new RuleFile("alerts/routing.csv", "domain,roles\ncoding,doctor|coder\n"),
        new RuleFile("coding/diagnoses.json", CodingRule), new RuleFile("knowledge/principal_diagnoses.csv", "diagnoses,hours\n,24\n"),
    ]);

    [Fact]
    public async Task A_discharge_without_a_principal_diagnosis_is_on_the_coders_list_and_on_no_other_roles()
    {
        await using var ward = await Ward.OpenAsync(release: Rulebook.Release(folder: WithCoder));
        var patient = await LeavesAsync(ward);

        var entry = Assert.Single(await ListAsync(ward, Role.Coder));

        Assert.Equal("V1", entry.VisitNumber);
        Assert.Equal("principal-diagnosis-missing", Assert.Single(entry.Answer.Findings).Rule);
        Assert.Empty(await ListAsync(ward, Role.Pharmacist));
        Assert.NotNull(await ward.Encounters.GetCheckAsync(Ward.His, entry.Answer.CheckId, TestContext.Current.CancellationToken));
        // The same report again lists nothing twice.
        await patient.WriteAsync(Left);
        Assert.Single(await ListAsync(ward, Role.Coder));
    }

    [Fact]
    public async Task A_discharge_that_is_coded_is_not()
    {
        await using var ward = await Ward.OpenAsync(release: Rulebook.Release(folder: WithCoder));
        await LeavesAsync(ward, new DiagnosisRecorded("I63.900", "脑梗死", true, false, false, null) { Id = "dx", OccurredAt = Ward.Morning });

        Assert.Empty(await ListAsync(ward, Role.Coder));
    }

    private static Discharged Left => new("1") { Id = "left", OccurredAt = Ward.Morning.AddHours(1) };

    private static async Task<Case> LeavesAsync(Ward ward, params Fact[] coded)
    {
        var patient = new Case(ward, "V1");
        await patient.WriteAsync(new Admitted(new StayDetails { Sex = Sex.Male, MedType = "21", InsuType = "310" }) { Id = "admit", OccurredAt = Ward.Morning.AddDays(-3) });
        await patient.WriteAsync([.. coded, Left]);
        return patient;
    }

    private static async Task<IReadOnlyList<LateJudgement>> ListAsync(Ward ward, Role role) =>
        (await ward.Encounters.ListWorkAsync(Ward.His with { Role = role, Person = "p" }, new(null, null), 0, 0, TestContext.Current.CancellationToken)).Entries;
}
