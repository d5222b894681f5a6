using System.Text.Json;
using OrderCheck.EndToEnd.Servers;

namespace OrderCheck.EndToEnd.Records;

/// <summary>The tool as an operator runs it on a server's data folder.</summary>
internal static class RecordTool
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(90);

    public static Task<(int ExitCode, string Output)> ReplayAsync(string data, string checkId, params string[] options) =>
        RunAsync(["replay", checkId, "--data", data, .. options]);

    public static Task<(int ExitCode, string Output)> VerifyAsync(string data, params string[] options) =>
        RunAsync(["ledger", "verify", "--data", data, .. options]);

    /// <summary>A figure of the last line.</summary>
    public static JsonElement Figure(string output, string name)
    {
        using var line = JsonDocument.Parse(output.Split('\n')[^1]);
        return line.RootElement.GetProperty(name).Clone();
    }

    private static Task<(int ExitCode, string Output)> RunAsync(string[] arguments) =>
        ChildProcess.RunAsync("dotnet", [Repository.Built("OrderCheck.Cli", "ordercheck.dll"), .. arguments, "--json"], Limit);
}
