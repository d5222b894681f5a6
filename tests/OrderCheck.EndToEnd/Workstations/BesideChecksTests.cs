using OrderCheck.EndToEnd.Servers;
using OrderCheck.EndToEnd.Story;
using OrderCheck.Protocol.V1;
using Xunit;

namespace OrderCheck.EndToEnd.Workstations;

/// <summary>What is done beside the checks: shadow rules behind each answer, and audits of whole encounters.</summary>
public sealed class BesideChecksTests
{
    private const int Rounds = 3;
    private const int ChargesOfAudited = 500;
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(3);

    /// <summary>Measures, so it runs only when asked for by name. The three kinds of round take turns; each figure is the median of its rounds.</summary>
    [Fact(Explicit = true)]
    public async Task What_shadow_rules_and_audits_cost_the_checks_beside_them()
    {
        using var folder = new TemporaryFolder();
        var rules = folder["rules"];
        foreach (var file in Directory.GetFiles(Repository.Rules, "*", SearchOption.AllDirectories))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(rules, Path.GetRelativePath(Repository.Rules, file)))!);
            File.Copy(file, Path.Combine(rules, Path.GetRelativePath(Repository.Rules, file)));
        }
        await using var server = await ServerProcess.StartAsync(folder["data"], "--rules", rules);
        using var administrator = new His(server.GrpcAddress, await Installation.BootstrapKeyAsync(folder["data"]), role: "admin");
        using var his = new His(server.GrpcAddress, await Installation.SetUpAsync(server, folder["data"]));
        await his.ReportAsync("awake", "admit", Facts.Admit("awake"));
        await his.ReportAsync("audited", "admit", Facts.Admit("audited"));
        await his.PostAsync("audited", "charges", [.. Enumerable.Range(0, ChargesOfAudited).Select(number => Facts.Charge($"c{number}", StarterItems.Plain))]);

        var (without, shadow, audits) = (new List<CheckTimes>(), new List<CheckTimes>(), new List<CheckTimes>());
        for (var round = 0; round <= Rounds; round++)
        {
            await PublishAsync(administrator, rules, "shadow", "draft");
            without.Add(await ChecksAsync(his));
            audits.Add(await BesideAuditsAsync(his));
            await PublishAsync(administrator, rules, "draft", "shadow");
            shadow.Add(await ChecksAsync(his));
        }
        foreach (var warmUp in (List<CheckTimes>[])[without, shadow, audits])
            warmUp.RemoveAt(0);

        for (var round = 0; round < Rounds; round++)
            TestContext.Current.TestOutputHelper!.WriteLine($"round {round + 1}: without {without[round]}; shadow {shadow[round]}; beside audits {audits[round]}");
        foreach (var (name, rounds) in new[] { ("shadow rules", shadow), ("audits", audits) })
            TestContext.Current.TestOutputHelper!.WriteLine($"{name}: p50 {CheckTimes.Ratio(rounds, without, 0.5):0.00} and p99 {CheckTimes.Ratio(rounds, without, 0.99):0.00} times as long");
        Assert.True(CheckTimes.Ratio(shadow, without, 0.5) <= 1.2, "Shadow rules slow the median check by more than a fifth.");
    }

    /// <summary>Rules of the one state are in the other, and in use.</summary>
    private static async Task PublishAsync(His administrator, string rules, string from, string to)
    {
        foreach (var file in Directory.GetFiles(Path.Combine(rules, "safety"), "*.json"))
            await File.WriteAllTextAsync(file, (await File.ReadAllTextAsync(file)).Replace($"\"state\": \"{from}\"", $"\"state\": \"{to}\"", StringComparison.Ordinal));
        await administrator.Administration.PublishReleaseAsync(new PublishReleaseRequest(), administrator.Options);
    }

    private static async Task<CheckTimes> ChecksAsync(His his)
    {
        using var over = new CancellationTokenSource(Round);
        return await CheckTimes.OfAsync(his, "awake", over.Token);
    }

    /// <summary>A discharge is prepared ten times a second.</summary>
    private static async Task<CheckTimes> BesideAuditsAsync(His his)
    {
        using var over = new CancellationTokenSource(Round);
        var checks = CheckTimes.OfAsync(his, "awake", over.Token);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (!over.IsCancellationRequested && await timer.WaitForNextTickAsync(CancellationToken.None))
            await his.Orders.CheckEncounterAsync(new CheckEncounterRequest { VisitNumber = "audited", Stage = Stage.Discharge }, his.Options);
        return await checks;
    }
}
