using System.Text.Json;
using OrderCheck.EndToEnd.Servers;
using OrderCheck.Protocol.V1;
using Xunit;

namespace OrderCheck.EndToEnd.Demo;

/// <summary>The same two commands on everything that NHSA has published.</summary>
public sealed class ImportedRulesTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(180);

    [Fact]
    public async Task The_demo_and_the_morning_work_on_the_imported_knowledge_too()
    {
        Assert.SkipWhen(
            Repository.PublishedTables is null,
            "NHSA's published tables (shared/data/nhsa beside the repository) are not on this machine.");
        using var folder = new TemporaryFolder();
        var rules = folder["rules"];
        var import = await RunAsync("import", "nhsa-knowledge", "--from", Repository.PublishedTables, "--to", rules);
        Assert.True(import.ExitCode == 0, import.Output);

        var started = TimeProvider.System.GetTimestamp();
        await using var server = await ServerProcess.StartAsync(folder["data"], "--demo", "--rules", rules);
        var startedIn = TimeProvider.System.GetElapsedTime(started);
        var morning = await RunAsync("morning", "--rules", rules, "--server", server.GrpcAddress, "--json");

        Assert.True(startedIn < TimeSpan.FromMinutes(1), $"It took {startedIn}.");
        Assert.True(morning.ExitCode == 0, morning.Output);
        using var figures = JsonDocument.Parse(morning.Output.Split('\n').Last(line => line.StartsWith('{')));
        Assert.True(figures.RootElement.GetProperty("findings").GetInt32() >= 6, morning.Output);
        using var his = new His(server.GrpcAddress, "demo");
        Assert.Equal(CheckState.Complete, (await his.CheckAsync("ZY000100", Story.Facts.Service("o1", Story.StarterItems.Plain))).State);
        server.AssertNoUnexpectedErrors();
    }

    private static Task<(int ExitCode, string Output)> RunAsync(params string[] arguments) =>
        ChildProcess.RunAsync("dotnet", [Repository.Built("OrderCheck.Cli", "ordercheck.dll"), .. arguments], Patience);
}
