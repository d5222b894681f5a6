using System.Text.Json;
using OrderCheck.Cli.Tests.Nhsa;
using Xunit;

namespace OrderCheck.Cli.Tests.Simulation;

/// <summary>Histories as JSON lines of write requests: the same from the same seed, from whatever complete rules folder.</summary>
public sealed class SimulateTests(Imported imported) : IClassFixture<Imported>
{
    private static readonly string[] Methods = ["ReportEvents", "SignOrders", "VerifyOrders", "StopOrders", "PostCharges"];
    private const string Now = "2026-03-04T09:30:00+08:00";

    [Fact]
    public async Task The_same_seed_writes_the_same_bytes_and_another_seed_others()
    {
        var (first, second, other) = (await LinesAsync("7"), await LinesAsync("7"), await LinesAsync("8"));

        Assert.Equal(first, second);
        Assert.NotEqual(first, other);
    }

    [Fact]
    public async Task Every_line_is_one_request_of_the_protocol()
    {
        var lines = await LinesAsync("7");

        Assert.All(lines, line =>
        {
            using var request = JsonDocument.Parse(line);
            Assert.Contains(request.RootElement.GetProperty("method").GetString(), Methods);
            var encounter = request.RootElement.GetProperty("request").GetProperty("encounter");
            Assert.StartsWith("ZY", encounter.GetProperty("visitNumber").GetString());
        });
    }

    [Fact]
    public async Task The_projects_rules_make_two_hundred_inpatients_with_charges()
    {
        var run = await ToolRun.OfAsync("simulate", "--rules", Repository.Rules, "--seed", "7", "--now", Now, "--json");

        Assert.Equal(0, run.Code);
        Assert.Equal(200, run.Json.GetProperty("encounters").GetInt32());
        Assert.InRange(run.Json.GetProperty("charges").GetInt32(), 1_000, 12_400);
    }

    [Fact]
    public async Task An_imported_folder_does_too()
    {
        Imported.SkipWithoutTables();

        var run = await ToolRun.OfAsync("simulate", "--rules", imported.Folder, "--seed", "7", "--now", Now, "--json");

        Assert.True(run.Code == 0, run.Errors);
        Assert.Equal(200, run.Json.GetProperty("encounters").GetInt32());
        Assert.InRange(run.Json.GetProperty("charges").GetInt32(), 500, 12_400);
    }

    [Fact]
    public async Task A_folder_that_is_not_there_is_named()
    {
        var run = await ToolRun.OfAsync("simulate", "--rules", "/no/such/folder");

        Assert.Equal(2, run.Code);
        Assert.Contains("/no/such/folder", run.Errors);
    }

    [Fact]
    public async Task A_time_that_is_none_is_refused()
    {
        var run = await ToolRun.OfAsync("simulate", "--rules", Repository.Rules, "--now", "yesterday");

        Assert.Equal(2, run.Code);
        Assert.Contains("'yesterday'", run.Errors);
    }

    private static async Task<IReadOnlyList<string>> LinesAsync(string seed)
    {
        using var folder = new TemporaryFolder();
        var run = await ToolRun.OfAsync("simulate", "--rules", Repository.Rules, "--seed", seed, "--now", Now, "--out", folder.At("histories.jsonl"));
        Assert.True(run.Code == 0, run.Errors);
        return await File.ReadAllLinesAsync(folder.At("histories.jsonl"), TestContext.Current.CancellationToken);
    }
}
