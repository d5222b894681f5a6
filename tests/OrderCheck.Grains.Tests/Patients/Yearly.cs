using OrderCheck.Core.Checks;
using OrderCheck.Core.Encounters;
using OrderCheck.Core.Rules;
using OrderCheck.Grains.Tests.Clusters;
using OrderCheck.Grains.Tests.Encounters;
using OrderCheck.Grains.Tests.Releases;
using OrderCheck.Tests;

namespace OrderCheck.Grains.Tests.Patients;

/// <summary>A rule that counts over all of a patient's encounters, and patients to try it on.</summary>
internal static class Yearly
{
    private const string Rule =
        """
        {
          "WorkflowName": "yearly",
          "Rules": [
            {
              "RuleName": "three-a-year",
              "Expression": "history.InYear() > 3",
              "ErrorMessage": "【$(item.Name)】每年3次，本年已用$(history.InYear())次",
              "Properties": {
                "title": "每年3次",
                "family": "不予支付",
                "domain": "payment",
                "severity": "violation",
                "response": "justify",
                "stages": "O V C",
                "decisions": "withdraw override",
                "knowledge": "not_payable",
                "basis": "测试",
                "state": "active"
              }
            }
          ]
        }
        """;

    public static RuleFolder Folder { get; } = new(
    [
        .. Rulebook.Folder.Files, new RuleFile("payment/yearly.json", Rule), new RuleFile("knowledge/not_payable.csv", $"item_code,mode\n{Rulebook.Bed},单复方\n"),
    ]);

    public static Release Release => Rulebook.Release(1, Folder);

    public static Admitted Admission(string patient, DateTimeOffset at)
    {
        TestPatients.Add(patient);
        return new Admitted(new StayDetails { PatientNumber = patient, Sex = Sex.Male, MedType = "21", InsuType = "310", Department = "D01" }) { Id = "admit", OccurredAt = at };
    }

    /// <summary>A visit of one day with so many uses.</summary>
    public static async Task<Case> VisitAsync(Ward ward, string visit, string patient, int used, DateTimeOffset? at = null)
    {
        var day = at ?? Ward.Morning;
        var visited = new Case(ward, visit);
        await visited.WriteAsync(Admission(patient, day.AddHours(-1)));
        if (used > 0)
            await visited.WriteAsync(Case.Charge("c1", Rulebook.Bed, used, 8) with { OccurredAt = day });
        return visited;
    }

    public static Task<CheckAnswer> OrderAsync(Case visit) => visit.CheckAsync(Case.Order("o1", Rulebook.Bed));

    /// <summary>The answer, as soon as it rests on a history that is as expected.</summary>
    public static Task<CheckAnswer> UntilAsync(Ward ward, Case visit, Func<CheckAnswer, bool> expected, string what) =>
        ward.UntilAsync(() => OrderAsync(visit), expected, what);

    /// <summary>The answer, as soon as the rule has found so many uses in the year; null: as soon as it is satisfied.</summary>
    public static Task<CheckAnswer> CountedAsync(Ward ward, Case visit, int? uses) => UntilAsync(
        ward,
        visit,
        answer => answer.HistoryVersion > 0 && (uses is null ? answer.Findings.Count == 0 : answer.Findings is [{ Message: var told }] && told.Contains($"本年已用{uses}次", StringComparison.Ordinal)),
        $"{uses?.ToString() ?? "few enough"} uses in the year of {visit.Visit}");
}
