using System.Globalization;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using OrderCheck.EndToEnd.Servers;
using OrderCheck.EndToEnd.Story;
using OrderCheck.Protocol.V1;
using Xunit;

namespace OrderCheck.EndToEnd.Telemetry;

/// <summary>What an operator's Prometheus reads, compared with what callers were answered.</summary>
public sealed class MetricsTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static readonly string[] Phases = ["read", "judge", "record", "write", "total"];

    [Fact]
    public async Task After_a_demo_morning_each_metric_is_there_and_agrees_with_the_answers()
    {
        using var folder = new TemporaryFolder();
        await using var server = await ServerProcess.StartAsync(folder["data"], "--demo");
        var key = await Installation.BootstrapKeyAsync(folder["data"]);
        // What the demo hospital was told while its wards were filled is counted too.
        var filled = await ScrapeAsync(server, key);
        var morning = await ChildProcess.RunAsync(
            "dotnet",
            [Repository.Built("OrderCheck.Cli", "ordercheck.dll"), "morning", "--rules", Repository.Rules, "--server", server.GrpcAddress, "--json"],
            Patience);
        Assert.True(morning.ExitCode == 0, morning.Output);
        using var figures = JsonDocument.Parse(morning.Output.Split('\n').Last(static line => line.StartsWith('{')));
        var patients = figures.RootElement.GetProperty("patients").GetInt32();

        var before = await ScrapeAsync(server, key);
        Assert.Equal(patients, before.Sum("ordercheck_checks_total"));
        Assert.Equal(figures.RootElement.GetProperty("findings").GetInt32(), Told(before) - Told(filled));
        AssertWhole(before);

        using var his = new His(server.GrpcAddress, "demo");
        var answers = new List<CheckAnswer>();
        foreach (var number in Enumerable.Range(1, 40))
            answers.Add(await his.CheckAsync($"ZY{number:000000}", Facts.Service("o1", StarterItems.OncePerDay, "3"), Facts.Service("o2", StarterItems.Plain)));
        var after = await ScrapeAsync(server, key);

        Assert.NotEmpty(answers.SelectMany(static answer => answer.Findings));
        Assert.Equal(answers.Count, Grown("ordercheck_checks_total", "state=\"complete\"", "cause=\"\""));
        foreach (var phase in Phases)
            Assert.Equal(answers.Count, Grown("ordercheck_check_duration_seconds_count", $"phase=\"{phase}\""));
        // To the grain go only those whose encounter was not confirmed a moment ago.
        var turns = Grown("ordercheck_check_duration_seconds_count", "phase=\"turn\"");
        Assert.InRange(turns, 0, answers.Count);
        Assert.Equal(turns, Grown("ordercheck_check_duration_seconds_count", "phase=\"refresh\""));
        foreach (var same in answers.SelectMany(static answer => answer.Findings).GroupBy(LabelsOf))
            Assert.Equal(same.Count(), Grown("ordercheck_findings_total", same.Key.Split(' ')));
        Assert.Equal(answers.Sum(static answer => answer.Findings.Count), Grown("ordercheck_findings_total", "by=\"check\""));

        static decimal Told(Scrape scrape) =>
            (scrape.Sum("ordercheck_findings_total", "by=\"check\"") ?? 0) + (scrape.Sum("ordercheck_findings_total", "by=\"write\"") ?? 0);

        decimal Grown(string name, params string[] labels) => (after.Sum(name, labels) ?? 0) - (before.Sum(name, labels) ?? 0);
    }

    [Fact]
    public async Task A_store_in_trouble_shows_in_the_causes()
    {
        await using var server = await OwnServer.StartAsync();
        await server.AdmitAsync("v");
        CheckAnswer answer;
        await using (await LedgerLock.TakeAsync(server.Data))
        {
            Assert.Equal("store_locked", (await Refusal.OfAsync(() => server.ChargeAsync("v", "c1"))).Reason);
            answer = await server.CheckAsync("v");
        }

        var scrape = await ScrapeAsync(server.Process, await Installation.BootstrapKeyAsync(server.Data));

        Assert.Equal((CheckState.Partial, "ledger_unavailable"), (answer.State, answer.StateReasons.Single().Code));
        Assert.Equal(1, scrape.Sum("ordercheck_checks_total", "state=\"partial\"", "cause=\"ledger_unavailable\""));
        Assert.Equal(1, scrape.Sum("ordercheck_writes_total", "outcome=\"store_locked\""));
        Assert.Equal(1, scrape.Sum("ordercheck_commit_duration_seconds_count", "outcome=\"store_locked\""));
    }

    [Fact]
    public async Task Posts_at_the_same_time_share_a_commit()
    {
        await using var server = await OwnServer.StartAsync();
        var key = await Installation.BootstrapKeyAsync(server.Data);
        await Task.WhenAll(Enumerable.Range(0, 64).Select(lane => server.AdmitAsync($"lane-{lane}")));
        var before = await ScrapeAsync(server.Process, key);

        await Task.WhenAll(Enumerable.Range(0, 64).Select(async lane =>
        {
            foreach (var post in Enumerable.Range(0, 5))
                await server.ChargeAsync($"lane-{lane}", $"c{post}");
        }));

        var after = await ScrapeAsync(server.Process, key);
        var units = after.Sum("ordercheck_commit_units_sum") - before.Sum("ordercheck_commit_units_sum");
        var commits = after.Sum("ordercheck_commit_units_count") - before.Sum("ordercheck_commit_units_count");
        Assert.Equal(64 * 5, units);
        Assert.True(commits < units, $"{units} appends took {commits} commits.");
        Assert.Equal(units, after.Sum("ordercheck_commit_wait_seconds_count") - before.Sum("ordercheck_commit_wait_seconds_count"));
        Assert.Equal(units, after.Sum("ordercheck_commit_entries_sum") - before.Sum("ordercheck_commit_entries_sum"));
    }

    [Fact]
    public async Task What_waits_to_be_judged_late_is_counted_until_it_was_judged()
    {
        await using var server = await OwnServer.StartAsync();
        var key = await Installation.BootstrapKeyAsync(server.Data);

        // Nothing is known of the patient yet: no check of the order can be complete.
        await server.His.SignAsync("early", "s1", Facts.Service("o1", StarterItems.Plain));
        await WaitsSinceAsync(server, "early", Facts.Now.AddHours(-1));
        var waiting = await ScrapeAsync(server.Process, key);
        await server.His.ReportAsync("early", "admit", Facts.Admit("early"));

        Assert.Equal(1, waiting.Sum("ordercheck_late_waiting"));
        Assert.InRange(waiting.Sum("ordercheck_late_age_seconds")!.Value, 3600, 4500);
        Assert.Null(waiting.Sum("ordercheck_late_judged_total"));
        await Wait.UntilAsync(
            async () => (await ScrapeAsync(server.Process, key)).Sum("ordercheck_late_judged_total", "subject=\"order\"") == 1, "the order is judged late", Patience);
        Assert.Equal(0, (await ScrapeAsync(server.Process, key)).Sum("ordercheck_late_waiting"));
    }

    [Fact]
    public async Task An_encounter_read_again_after_a_restart_shows_what_that_took()
    {
        await using var server = await OwnServer.StartAsync();
        await server.AdmitAsync("v");
        await server.KillAsync();
        await server.StartAgainAsync();
        var key = await Installation.BootstrapKeyAsync(server.Data);
        // Behind its readiness the process warms up the way to a grain, on one of an encounter that nobody has.
        await Wait.UntilAsync(
            async () => (await ScrapeAsync(server.Process, key)).Sum("ordercheck_encounter_activations_total") == 1, "the way to a grain is warmed up", Patience);

        var answer = await server.CheckAsync("v");

        var scrape = await ScrapeAsync(server.Process, key);
        Assert.Equal(2, scrape.Sum("ordercheck_encounter_activations_total"));
        Assert.Equal(1, scrape.Sum("ordercheck_encounter_replay_duration_seconds_count"));
        Assert.Equal(answer.LedgerSequence, scrape.Sum("ordercheck_encounter_replay_entries_sum"));
    }

    [Fact]
    public async Task Without_metrics_there_is_nothing_to_read()
    {
        await using var server = await OwnServer.StartAsync(data: null, "--no-metrics");

        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await Scrape.OfAsync(server.Process, ("x-api-key", await Installation.BootstrapKeyAsync(server.Data)))).Status);
    }

    /// <summary>As a silo leaves it that ended before its sweeper came.</summary>
    private static async Task WaitsSinceAsync(OwnServer server, string visit, DateTimeOffset since)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(server.Data, "ledger.db")};Pooling=False");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "INSERT INTO awaiting_judgement (encounter, since) SELECT number, $since FROM encounter WHERE visit_number = $visit";
        command.Parameters.AddWithValue("$since", since.ToUnixTimeMilliseconds() * 1000);
        command.Parameters.AddWithValue("$visit", visit);
        Assert.Equal(1, await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken));
    }

    private static void AssertWhole(Scrape scrape)
    {
        foreach (var (name, expected) in new (string, Func<decimal, bool>)[]
        {
            ("ordercheck_ready", static value => value == 1),
            ("ordercheck_store_available", static value => value == 1),
            ("ordercheck_release_number", static value => value == 1),
            ("ordercheck_hospitals", static value => value == 1),
            ("ordercheck_late_waiting", static value => value >= 0),
            ("ordercheck_late_age_seconds", static value => value >= 0),
            ("ordercheck_writes_total", static value => value > 200),
            ("ordercheck_encounter_activations_total", static value => value >= 200),
            ("ordercheck_commit_units_sum", static value => value > 200),
            ("ordercheck_commit_entries_sum", static value => value > 5000),
            ("ordercheck_commit_wait_seconds_sum", static value => value > 0),
            ("ordercheck_commit_duration_seconds_sum", static value => value > 0),
            ("ordercheck_records_queued", static value => value >= 0),
            ("http_server_request_duration_seconds_count", static value => value > 0),
            ("dotnet_gc_pause_time_seconds_total", static value => value >= 0),
            ("orleans_catalog_activations", static value => value >= 200),
        })
            Assert.True(scrape.Sum(name) is { } value && expected(value), $"{name} is {scrape.Sum(name)?.ToString(CultureInfo.InvariantCulture) ?? "not there"}.");
        // 10 µs is the smallest bucket: a check that takes as long as the phases say has its place in it.
        Assert.NotNull(scrape.Sum("ordercheck_check_duration_seconds_bucket", "phase=\"judge\"", "le=\"1E-05\""));
    }

    private static string LabelsOf(Finding finding) => string.Join(
        ' ',
        $"rule=\"{finding.Rule}\"",
        $"severity=\"{finding.Severity.ToString().ToLowerInvariant()}\"",
        $"response=\"{finding.Response.ToString().ToLowerInvariant()}\"",
        $"folded=\"{(finding.Folded ? "true" : "false")}\"",
        $"undetermined=\"{(finding.Undetermined ? "true" : "false")}\"",
        "by=\"check\"");

    private static Task<Scrape> ScrapeAsync(ServerProcess server, string key) => Scrape.OfAsync(server, ("x-api-key", key));
}
