using System.Text.Json;
using OrderCheck.EndToEnd.Servers;
using Xunit;

namespace OrderCheck.EndToEnd.Load;

/// <summary>The measuring itself: few calls, so that it is known to work. What it measures is in the benchmarks' own tables.</summary>
public sealed class LoadTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private static readonly string[] Small = ["--rounds", "1", "--calls", "64", "--callers", "4", "--encounters", "2", "--charges", "100", "--warm-up", "1", "--json"];

    [Fact]
    public async Task It_starts_a_server_measures_it_and_ends_it()
    {
        using var figures = await LoadAsync(["--rules", Repository.Rules, .. Small]);

        AssertMeasured(figures.RootElement, "ready_ms", "echo_cpu_us", "check_cpu_us", "nhsa_p50_us", "nhsa_p99_us", "nhsa_inline_p50_us", "nhsa_p50_ratio");
    }

    [Fact]
    public async Task It_measures_a_demo_server_that_runs_already()
    {
        using var folder = new TemporaryFolder();
        await using var demo = await ServerProcess.StartAsync(folder["data"], "--demo");

        using var figures = await LoadAsync(["--rules", Repository.Rules, "--server", demo.GrpcAddress, .. Small]);

        AssertMeasured(figures.RootElement);
        demo.AssertNoUnexpectedErrors();
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_bad_input_and_says_where_it_was_looked_for()
    {
        var (exitCode, output) = await RunAsync(["--rules", Repository.Rules, "--server", "http://127.0.0.1:9", .. Small]);

        Assert.True(exitCode == 2, output);
        Assert.Contains("http://127.0.0.1:9: No OrderCheck answers here", output);
    }

    private static void AssertMeasured(JsonElement figures, params string[] more)
    {
        string[] names =
        [
            "echo_p50_us", "echo_p99_us", "echo_per_s", "check_p50_us", "check_p99_us", "check_per_s", "charges_per_s", "raw_insert_per_s",
            "check_p50_ratio", "check_busy_p99_ratio", "check_fifty_p99_ratio", "post_p99_us", "post_many_p99_us", "charges_ratio", .. more,
        ];
        Assert.All(names, name => Assert.True(figures.GetProperty(name).GetDouble() > 0, name));
    }

    private static async Task<JsonDocument> LoadAsync(string[] arguments)
    {
        var (exitCode, output) = await RunAsync(arguments);
        Assert.True(exitCode == 0, output);
        return JsonDocument.Parse(output.Split('\n').Last(line => line.StartsWith('{')));
    }

    private static Task<(int ExitCode, string Output)> RunAsync(string[] arguments) =>
        ChildProcess.RunAsync("dotnet", [Repository.Built("OrderCheck.Cli", "ordercheck.dll"), "load", .. arguments], Patience);
}
