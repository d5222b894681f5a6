using OrderCheck.EndToEnd.Servers;
using OrderCheck.Tests;
using Xunit;

namespace OrderCheck.EndToEnd.Privacy;

/// <summary>What was logged during this run: tests/run asks once more when every test project is done.</summary>
[Trait("gate", "privacy")]
public sealed class RunLogsTests
{
    /// <summary>Set by tests/run at its end: the names of the test projects whose logs must be there.</summary>
    private const string Whole = "ORDERCHECK_TEST_LOGS_OF";

    [Fact]
    public void Nothing_that_was_logged_names_a_test_patient()
    {
        var folder = RunLogs.Folder!;

        Assert.Empty(LogSearch.Search(folder));

        // Logs that were not kept would name nobody either.
        string[] projects = [.. (Environment.GetEnvironmentVariable(Whole) ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries)];
        Assert.True(projects.Length == 0 || LogSearch.Lists(folder).Count > 0, "No test patient is listed.");
        foreach (var project in projects)
            Assert.Contains(LogSearch.Logs(folder), file => IsOf(project, file) && new FileInfo(file).Length > 0);
    }

    [Theory]
    [InlineData("{\"@mt\":\"Admitted {Name}.\",\"Name\":\"司马验证名\"}")]
    [InlineData("{\"name\":\"\\u53F8\\u9A6C\\u9A8C\\u8BC1\\u540D\"}")]
    [InlineData("GET /v1/encounters/%E5%8F%B8%E9%A9%AC%E9%AA%8C%E8%AF%81%E5%90%8D 404")]
    [InlineData("patient psn-planted-0042 was not found")]
    public void A_name_or_number_in_a_log_is_found_with_its_place(string line)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllLines(folder["tests-1" + TestPatients.FileType], ["司马验证名", "PSN-PLANTED-0042"]);
        File.WriteAllLines(folder["server-1.log"], ["{\"@mt\":\"Ready.\"}", line]);
        File.WriteAllLines(folder["server-2.log"], ["{\"@mt\":\"Ready.\"}"]);

        Assert.StartsWith("server-1.log:2: ", Assert.Single(LogSearch.Search(folder.Path)));
    }

    [Fact]
    public async Task What_a_server_prints_is_kept()
    {
        var before = LogSearch.Logs(RunLogs.Folder!);

        await ChildProcess.RunAsync("dotnet", [ServerProcess.Program, "--no-such-option-planted"], TimeSpan.FromSeconds(60));

        var kept = LogSearch.Logs(RunLogs.Folder!).Except(before);
        Assert.Single(LogSearch.Search(kept, ["no-such-option-planted"]));
    }

    private static bool IsOf(string project, string file) => Path.GetFileName(file).StartsWith(project + "-", StringComparison.Ordinal);
}
