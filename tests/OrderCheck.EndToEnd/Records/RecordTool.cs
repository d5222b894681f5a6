using System.Text.Json;
using OrderCheck.EndToEnd.Servers;

namespace OrderCheck.EndToEnd.Records;

/// <summary>The tool as an operator runs it on a server's record.</summary>
internal static class RecordTool
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(90);

    /// <param name="place">Options that say where the record is.</param>
    public static Task<(int ExitCode, string Output)> ReplayAsync(string[] place, string checkId, params string[] options) =>
        RunAsync(["replay", checkId, .. place, .. options]);

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
