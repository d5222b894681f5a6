using OrderCheck.EndToEnd.Servers;
using OrderCheck.EndToEnd.Story;
using OrderCheck.Protocol.V1;
using Xunit;

namespace OrderCheck.EndToEnd.Stays;

/// <summary>What is judged of a stay as a whole, over gRPC: readmission at registration, promises before discharge.</summary>
[Collection(SharedServerCollection.Name)]
public sealed class WholeStayTests(SharedServer shared)
{
    private const string ForProstate = "XG04CBF019A001010100030";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly His _his = shared.His;

    [Fact]
    public async Task A_patient_who_was_here_days_ago_is_pointed_out_at_registration()
    {
        var former = Facts.Admit("stay-former");
        former.OccurredAt = Facts.At(Facts.AdmittedAt.AddDays(-9));
        await _his.ReportAsync("stay-former", "in", former);
        await _his.ReportAsync("stay-former", "out", Facts.Discharge(Facts.AdmittedAt.AddDays(-5)));
        var again = Facts.Admit("stay-again");
        again.Admit.Stay.PatientNumber = Facts.PatientNumber("stay-former");
        await _his.ReportAsync("stay-again", "in", again);

        var answer = await UntilAsync("stay-again", Stage.Registration, answer => answer.HistoryVersion > 1);

        Assert.Contains(answer.Findings, finding => finding.Rule == "readmitted-to-the-same-department" && finding.Message.StartsWith("距上次从本科室出院", StringComparison.Ordinal));
        Assert.Contains(answer.Findings, finding => finding.Rule == "open-items-of-the-former-stay" && finding.Message.StartsWith("上次住院未结算", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_diagnosis_that_was_promised_and_did_not_follow_is_raised_before_discharge_until_it_is_there()
    {
        await _his.ReportAsync("stay-promised", "in", Facts.Admit("stay-promised"), Diagnosis("I10.x00"));
        var order = new Order { Id = "o1", Kind = OrderKind.Drug, ItemCode = ForProstate, ItemName = "非那雄胺片", StartAt = Facts.At(Facts.Now), Department = "A03.04", Doctor = "D001" };
        var check = await _his.CheckAsync("stay-promised", order);
        var asked = Assert.Single(check.Findings, IsOfDiagnosis);
        await _his.SignAsync("stay-promised", "sign", order);
        await DecideAsync("stay-promised", check.CheckId, asked.Key);

        var before = await AuditAsync("stay-promised", Stage.Discharge);
        await _his.ReportAsync("stay-promised", "dx", Diagnosis("N40.x00"));
        var after = await AuditAsync("stay-promised", Stage.Discharge);

        var raised = Assert.Single(before.Findings, IsOfDiagnosis);
        Assert.False(raised.Folded);
        Assert.Contains("D001于", raised.Message, StringComparison.Ordinal);
        Assert.Contains("答复“诊断待补”", raised.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(after.Findings, IsOfDiagnosis);
    }

    private static bool IsOfDiagnosis(Finding finding) => finding.Rule.StartsWith("diagnosis-outside-limit", StringComparison.Ordinal);

    private static EncounterEvent Diagnosis(string code) =>
        new() { Id = $"dx-{code}", OccurredAt = Facts.At(Facts.AdmittedAt), Diagnosis = new Diagnosis { Code = code, Name = "诊断" } };

    private async Task DecideAsync(string visit, string checkId, string key)
    {
        var request = new RecordDecisionsRequest { Encounter = new EncounterRef { VisitNumber = visit }, RequestId = "promise" };
        request.Decisions.Add(new Decision
        {
            Id = "d1",
            CheckId = checkId,
            FindingKey = key,
            Kind = DecisionKind.MeetsLimit,
            Promise = PromiseKind.DiagnosisToFollow,
            OccurredAt = Facts.At(Facts.Now),
        });
        await _his.Orders.RecordDecisionsAsync(request, _his.Options);
    }

    private async Task<CheckAnswer> AuditAsync(string visit, Stage stage) =>
        await _his.Orders.CheckEncounterAsync(new CheckEncounterRequest { VisitNumber = visit, Stage = stage, MaxCards = 100 }, _his.Options);

    /// <summary>A history is read behind the checks: the next one, or the one after, has it.</summary>
    private async Task<CheckAnswer> UntilAsync(string visit, Stage stage, Func<CheckAnswer, bool> expected)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            var answer = await AuditAsync(visit, stage);
            if (expected(answer))
                return answer;
            Assert.False(patience.IsCancellationRequested, $"Waited in vain for the history of {visit}; the last answer was {answer}");
            await Task.Yield();
        }
    }
}
