using OrderCheck.Core.Amounts;
using OrderCheck.Core.Checks;
using OrderCheck.Core.Encounters;
using OrderCheck.Core.Rules;
using OrderCheck.Core.Settlement;
using OrderCheck.Grains.Encounters;
using OrderCheck.Grains.Tests.Clusters;
using OrderCheck.Grains.Tests.Encounters;
using OrderCheck.Grains.Tests.Releases;

namespace OrderCheck.Grains.Tests.Replay;

/// <summary>
/// Pathways and settlement lists: what a check said of them it says again a year later, and they are recorded once, corrected by a
/// higher revision, and refused where the same one comes with other content.
/// </summary>
public sealed class StayEventReplayTests
{
    private static readonly PathwayEntered Entered = new("P1", "住院诊查路径") { Id = "enter", OccurredAt = Ward.Morning.AddMinutes(-30) };
    private static readonly PathwayLeft Left = new("P1", false, "病情变化") { Id = "leave", OccurredAt = Ward.Morning.AddMinutes(-10) };

    private static readonly RuleFolder Folder = new(
    [
        .. Rulebook.Folder.Files,
        new("conduct/pathway.json", Rule(
            "not-needed-on-the-pathway", "limit.Need == \\\"不需要\\\" && pathway.Has(limit.Pathway) && limit.Covers(pathway.StayDay)", "【$(item.Name)】路径当天不需要",
            "临床路径", "O", "pathway_items")),
        new("conduct/left.json", Rule("left-the-pathway-without-a-reason", "pathway.LeftWithoutReason(limit.Pathway)", "没有填写原因", "临床路径", "D", "pathways")),
        new("coding/settlement.json", Rule(
            "settlement-total-against-charges", "settlement.TotalDiffers(limit.Tolerance) != \\\"\\\"", "$(settlement.TotalDiffers(limit.Tolerance))",
            "结算清单", "D", "settlement_checks")),
        new("knowledge/pathways.csv", "pathway,name,enrolled_by\nP1,住院诊查路径,事件\n"),
        new("knowledge/pathway_items.csv", $"item_code,item_name,pathway,counted_from,from_day,to_day,need,controllable\n{Rulebook.Bed},诊查,P1,入院,1,9,不需要,是\n"),
        new("knowledge/settlement_checks.csv", "check,tolerance\n明细合计,0\n"),
    ]);

    [Fact]
    public async Task Checks_on_a_pathway_and_on_a_settlement_list_come_out_the_same_a_year_later_whatever_was_corrected_since()
    {
        await using var ward = await OpenAsync();
        var patient = new Case(ward, "V1");
        await patient.AdmittedAsync();
        await patient.WriteAsync(Entered, Case.Charge("c1", Rulebook.ForWomen, 1, 8));
        var ordered = await patient.CheckAsync(Case.Order("o1", Rulebook.Bed));
        await patient.WriteAsync(Listed("9"));
        var audited = await AuditAsync(ward);
        await patient.WriteAsync(Entered with { Revision = 1, Withdrawn = true }, Listed("8") with { Revision = 1 });
        var corrected = (Order: await patient.CheckAsync(Case.Order("o1", Rulebook.Bed)), Audit: await AuditAsync(ward));

        await ward.RestartAfterAsync(TimeSpan.FromDays(366));

        Assert.Contains(ordered.Findings, finding => finding.Rule == "not-needed-on-the-pathway");
        Assert.Contains(audited.Findings, finding => finding.Rule == "settlement-total-against-charges" && finding.Message.Contains("相差1.00元", StringComparison.Ordinal));
        Assert.DoesNotContain(corrected.Order.Findings, finding => finding.Rule == "not-needed-on-the-pathway");
        Assert.DoesNotContain(corrected.Audit.Findings, finding => finding.Rule == "settlement-total-against-charges");
        foreach (var answer in (CheckAnswer[])[ordered, audited, corrected.Order, corrected.Audit])
            await Archived.SameAsync(ward, answer.CheckId);
    }

    [Fact]
    public async Task A_pathway_a_list_and_an_upload_are_recorded_once_however_often_they_are_sent()
    {
        await using var ward = await OpenAsync();
        var patient = new Case(ward, "V1");
        await patient.AdmittedAsync();
        Fact[] told = [Entered, Left, Listed("9"), new ChargesUploaded(["c1"]) { Id = "upload", OccurredAt = Ward.Morning }];

        var first = await patient.RequestAsync("told", told);
        var again = await patient.RequestAsync("told", told);
        var inAnotherCall = await patient.RequestAsync("told-again", told);

        Assert.Equal((4, 4, 0), (first.Recorded, again.Recorded, inAnotherCall.Recorded));
        Assert.Equal(first.LedgerSequence, inAnotherCall.LedgerSequence);
    }

    [Fact]
    public async Task The_same_revision_with_other_content_is_refused_and_a_lower_one_changes_nothing()
    {
        await using var ward = await OpenAsync();
        var patient = new Case(ward, "V1");
        await patient.AdmittedAsync();
        await patient.WriteAsync(Entered with { Revision = 1 }, Listed("9") with { Revision = 1 });

        await Assert.ThrowsAsync<ConflictException>(() => patient.WriteAsync(Entered with { Revision = 1, Pathway = "P2" }));
        await Assert.ThrowsAsync<ConflictException>(() => patient.WriteAsync(Listed("8") with { Revision = 1 }));
        var lower = await patient.WriteAsync(Entered with { Pathway = "P2" }, Listed("8"));

        Assert.Equal(0, lower.Recorded);
        Assert.Contains((await AuditAsync(ward)).Findings, finding => finding.Message.Contains("清单金额合计9.00元", StringComparison.Ordinal));
    }

    private static async Task<Ward> OpenAsync()
    {
        var ward = await Archived.OpenAsync(withRelease: false);
        await Archived.PublishAsync(ward, Folder, 1);
        return ward;
    }

    private static Task<CheckAnswer> AuditAsync(Ward ward) =>
        ward.Encounters.AuditAsync(Ward.His, new EncounterRef("V1", null), new CheckRequest([], Stage.Discharge), TestContext.Current.CancellationToken);

    private static SettlementListReported Listed(string total) => new(new SettlementList
    {
        Patient = new ListedPatient(),
        Stay = new ListedStay(),
        Money = new ListedMoney { Total = Money.TryParse(total, out var yuan) ? yuan : throw new ArgumentException(total) },
    })
    { Id = "list", OccurredAt = Ward.Morning.AddMinutes(-5) };

    private static string Rule(string name, string expression, string message, string family, string stages, string knowledge) =>
        $$"""
        {
          "WorkflowName": "{{name}}",
          "Rules": [
            {
              "RuleName": "{{name}}",
              "Expression": "{{expression}}",
              "ErrorMessage": "{{message}}",
              "Properties": {
                "title": "测试", "family": "{{family}}", "domain": "coding", "severity": "suspicion", "response": "inform", "stages": "{{stages}}",
                "decisions": "withdraw override", "knowledge": "{{knowledge}}", "basis": "测试", "state": "active", "undetermined": "silent"
              }
            }
          ]
        }
        """;
}
