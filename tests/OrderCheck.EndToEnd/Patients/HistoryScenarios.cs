using OrderCheck.EndToEnd.Records;
using OrderCheck.EndToEnd.Servers;
using OrderCheck.EndToEnd.Story;
using OrderCheck.Protocol.V1;
using OrderCheck.Tests;
using Xunit;

namespace OrderCheck.EndToEnd.Patients;

/// <summary>A patient's encounters know of each other, over gRPC, on a real server, the same on every store.</summary>
public abstract class HistoryScenarios : IAsyncLifetime
{
    /// <summary>At most two in any ten days, over all of the patient's encounters.</summary>
    private const string Rule =
        """
        {
          "WorkflowName": "over-encounters",
          "Rules": [
            {
              "RuleName": "two-in-ten-days",
              "Expression": "history.InDays(10) > 2",
              "ErrorMessage": "【$(item.Name)】十天内最多2次，各次就诊合计$(history.InDays(10))次",
              "Properties": {
                "title": "十天内最多2次",
                "family": "不予支付",
                "domain": "payment",
                "severity": "violation",
                "response": "justify",
                "stages": "O C",
                "decisions": "withdraw override",
                "knowledge": "not_payable",
                "basis": "测试",
                "state": "active"
              }
            }
          ]
        }
        """;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly TemporaryFolder _rules = new();
    private RecordPlace? _place;

    private RecordPlace Place => _place ?? throw new InvalidOperationException("The store is not there.");

    public async ValueTask InitializeAsync()
    {
        _place = await OpenAsync();
        foreach (var file in Directory.EnumerateFiles(Repository.Rules, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(_rules.Path, Path.GetRelativePath(Repository.Rules, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
        await File.WriteAllTextAsync(Path.Combine(_rules.Path, "payment", "over-encounters.json"), Rule);
        await File.WriteAllTextAsync(Path.Combine(_rules.Path, "knowledge", "not_payable.csv"), $"item_code,mode\n{StarterItems.Plain},单复方\n");
    }

    public async ValueTask DisposeAsync()
    {
        if (_place is not null)
            await _place.DisposeAsync();
        _rules.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task What_was_used_up_in_an_earlier_encounter_is_found_in_the_next_and_replayed_after_a_kill()
    {
        await using var server = await StartAsync();
        await VisitAsync(server, "V1", "PATIENT-7701", used: 2);
        await VisitAsync(server, "V2", "PATIENT-7701", used: 0);
        await VisitAsync(server, "V3", "PATIENT-7702", used: 0);

        var found = await CountedAsync(server, "V2", 3);
        var stranger = await UntilAsync(server, "V3", answer => answer.HistoryVersion > 0);
        // Also has it written, with everything before it: a kill may take the last records.
        var kept = await server.His.Orders.GetCheckAsync(new GetCheckRequest { CheckId = found.CheckId }, server.His.Options);
        await server.His.Orders.GetCheckAsync(new GetCheckRequest { CheckId = stranger.CheckId }, server.His.Options);
        await server.KillAsync();
        await server.StartAgainAsync();
        var again = await CountedAsync(server, "V2", 3);
        await server.His.Orders.GetCheckAsync(new GetCheckRequest { CheckId = again.CheckId }, server.His.Options);

        Assert.Equal(1, stranger.HistoryVersion);
        Assert.DoesNotContain(stranger.Findings, IsOurs);
        Assert.Equal(found.HistoryVersion, again.HistoryVersion);
        Assert.Equal(found.HistoryVersion, kept.HistoryVersion);
        foreach (var checkId in (string[])[found.CheckId, again.CheckId, stranger.CheckId])
        {
            var (exitCode, output) = await RecordTool.ReplayAsync(Place.ToolOptions(server.Data), checkId);
            Assert.True(exitCode == 0, output);
        }
    }

    [Fact]
    public async Task Merged_patients_share_their_history_and_a_corrected_one_takes_its_encounter_along()
    {
        await using var server = await StartAsync();
        await VisitAsync(server, "V1", "PATIENT-7701", used: 1);
        await VisitAsync(server, "V2", "PATIENT-7702", used: 1);
        await VisitAsync(server, "V3", "PATIENT-7702", used: 0);
        Assert.DoesNotContain((await UntilAsync(server, "V3", answer => answer.HistoryVersion > 1)).Findings, IsOurs);

        await ReportAsync(server, "V2", new EncounterEvent { Id = "m", OccurredAt = Facts.At(Facts.Now), Merge = new Merge { PatientNumber = "PATIENT-7701" } });
        await CountedAsync(server, "V3", 3);
        await ReportAsync(server, "V3", new EncounterEvent { Id = "u", OccurredAt = Facts.At(Facts.Now), Update = new Update { Stay = new Stay { PatientNumber = "PATIENT-7709" } } });

        Assert.Equal(1, (await UntilAsync(server, "V3", answer => answer.HistoryVersion > 0)).HistoryVersion);
        await VisitAsync(server, "V4", "PATIENT-7709", used: 2);
        await CountedAsync(server, "V3", 3);
    }

    /// <summary>An empty store.</summary>
    private protected abstract Task<RecordPlace> OpenAsync();

    private Task<OwnServer> StartAsync() => OwnServer.StartAsync(null, [.. Place.ServerOptions, "--rules", _rules.Path]);

    private static async Task VisitAsync(OwnServer server, string visit, string patient, int used)
    {
        TestPatients.Add(patient);
        var admission = Facts.Admit(visit);
        admission.Admit.Stay.PatientNumber = patient;
        await server.His.ReportAsync(visit, "admit", admission);
        if (used > 0)
            await server.His.PostAsync(visit, "used", Facts.Charge("used", StarterItems.Plain, quantity: used));
    }

    private static Task<WriteReceipt> ReportAsync(OwnServer server, string visit, EncounterEvent told) => server.His.ReportAsync(visit, told.Id, told);

    private static Task<CheckAnswer> CountedAsync(OwnServer server, string visit, int uses) => UntilAsync(
        server, visit, answer => answer.Findings.Any(finding => IsOurs(finding) && finding.Message.Contains($"合计{uses}次", StringComparison.Ordinal)));

    /// <summary>A history is read behind the checks: the next one, or the one after, has it.</summary>
    private static async Task<CheckAnswer> UntilAsync(OwnServer server, string visit, Func<CheckAnswer, bool> expected)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            var answer = await server.CheckAsync(visit);
            if (expected(answer))
                return answer;
            Assert.False(patience.IsCancellationRequested, $"Waited in vain for the history of {visit}; the last answer was {answer}");
            await Task.Yield();
        }
    }

    private static bool IsOurs(Finding finding) => finding.Rule == "two-in-ten-days";
}
