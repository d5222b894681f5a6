using System.Text.Json;
using OrderCheck.EndToEnd.Servers;

namespace OrderCheck.EndToEnd.Records;

/// <summary>The tool as an operator runs it on a server's record.</summary>
internal static class RecordTool
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan Archiving = TimeSpan.FromSeconds(30);

    /// <summary>A server archives its release once it is ready, at low priority: beside other tests that may take longer than a test's first checks.</summary>
    /// <param name="place">Options that say where the record is.</param>
    public static async Task<(int ExitCode, string Output)> ReplayAsync(string[] place, string checkId, params string[] options)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (true)
        {
            var replayed = await RunAsync(["replay", checkId, .. place, .. options]);
            if (!replayed.Output.Contains("is not in the archive", StringComparison.Ordinal) || TimeProvider.System.GetElapsedTime(started) > Archiving)
                return replayed;
        }
    }

    /// <param name="place">Options that say where the record is.</param>
    public static Task<(int ExitCode, string Output)> VerifyAsync(string[] place, params string[] options) =>
        RunAsync(["ledger", "verify", .. place, .. options]);

    /// <summary>A figure of the last line.</summary>
    public static JsonElement Figure(string output, string name)
    {
        using var line = JsonDocument.Parse(output.Split('\n')[^1]);
        return line.RootElement.GetProperty(name).Clone();
    }

    private static Task<(int ExitCode, string Output)> RunAsync(string[] arguments) =>
        ChildProcess.RunAsync("dotnet", [Repository.Built("OrderCheck.Cli", "ordercheck.dll"), .. arguments, "--json"], Limit);
}
