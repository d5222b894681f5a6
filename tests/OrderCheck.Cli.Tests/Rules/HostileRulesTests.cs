using System.Diagnostics;
using System.Text.Json.Nodes;
using OrderCheck.Core.Tests.Rules;
using Xunit;

namespace OrderCheck.Cli.Tests.Rules;

/// <summary>Hostile rule texts in a process of its own: a stack overflow or a loop without end would end or stall it.</summary>
public sealed class HostileRulesTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task Every_hostile_text_is_refused_by_one_process_that_lives_to_tell()
    {
        using var folder = TemporaryFolder.CopyOf(Repository.Rules);
        for (var i = 0; i < HostileExpressions.Refused.Count; i++)
            await File.WriteAllTextAsync(folder.At("payment", $"hostile-{i}.json"), RuleWith(HostileExpressions.Refused[i], $"hostile-{i}"), TestContext.Current.CancellationToken);

        var (code, output) = await RunAsync("rules", "validate", folder.Path);

        Assert.Equal(2, code);
        Assert.All(Enumerable.Range(0, HostileExpressions.Refused.Count), i =>
            Assert.True(output.Contains($"hostile-{i}.json:5:", StringComparison.Ordinal), $"Not refused: {HostileExpressions.Refused[i]}"));
    }

    [Fact]
    public async Task A_file_that_is_nested_without_end_is_refused()
    {
        using var folder = TemporaryFolder.CopyOf(Repository.Rules);
        await File.WriteAllTextAsync(folder.At("payment", "deep.json"), new string('[', 2_000_000), TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(folder.At("cases", "deep.json"), string.Concat(Enumerable.Repeat("{\"病例\":[", 200_000)), TestContext.Current.CancellationToken);

        var (code, output) = await RunAsync("rules", "validate", folder.Path);

        Assert.Equal(2, code);
        Assert.Contains("deep.json:1:", output, StringComparison.Ordinal);
    }

    private static string RuleWith(string expression, string name) => $$"""
        {
          "WorkflowName": "hostile",
          "Rules": [ {
            "RuleName": "{{name}}",
            "Expression": {{JsonValue.Create(expression).ToJsonString()}},
            "ErrorMessage": "【$(item.Name)】",
            "Properties": { "title": "甲", "family": "性别", "domain": "payment", "severity": "violation", "response": "justify", "stages": "O", "decisions": "withdraw", "knowledge": "sex_limits", "state": "active" }
          } ]
        }
        """;

    private static async Task<(int Code, string Output)> RunAsync(params string[] arguments)
    {
        var tool = Path.Combine(AppContext.BaseDirectory, "ordercheck.dll");
        using var process = Process.Start(new ProcessStartInfo("dotnet", [tool, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(Limit);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(limit.Token);
            var errors = process.StandardError.ReadToEndAsync(limit.Token);
            await process.WaitForExitAsync(limit.Token);
            return (process.ExitCode, await output + await errors);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"'ordercheck {string.Join(' ', arguments)}' was still running after {Limit}.");
        }
    }
}
