using System.Text.Json;
using System.Text.Json.Nodes;
using OrderCheck.Core.Rules;
using OrderCheck.Core.Rules.Vocabulary;
using RulesEngine.Models;
using Xunit;

namespace OrderCheck.Core.Tests.Rules;

/// <summary>RulesEngine itself on the files of the product's rules.</summary>
internal static class PlainEngine
{
    private static readonly RulesEngine.RulesEngine Engine = new(
        Folders.StarterRules().Select(file => JsonSerializer.Deserialize<Workflow>(file.Text)!).ToArray(),
        new ReSettings { CustomTypes = [.. RuleVocabulary.Types], EnableFormattedErrorMessage = false });

    private static readonly Dictionary<string, string> WorkflowOf = Folders.StarterRules()
        .Select(file => JsonNode.Parse(file.Text)!)
        .SelectMany(workflow => workflow["Rules"]!.AsArray().Select(rule => (Rule: (string)rule!["RuleName"]!, Workflow: (string)workflow["WorkflowName"]!)))
        .ToDictionary(pair => pair.Rule, pair => pair.Workflow);

    public static async Task<bool> JudgeAsync(string rule, RuleFacts facts)
    {
        var results = await Engine.ExecuteAllRulesAsync(
            WorkflowOf[rule],
            [new RuleParameter("limit", facts.Limit), .. RuleVocabulary.Subjects.Select(subject => new RuleParameter(subject.Name, Value(facts, subject.Name)))]);
        var result = results.Single(result => result.Rule.RuleName == rule);
        Assert.Equal("", result.ExceptionMessage ?? "");
        return result.IsSuccess;
    }

    private static object Value(RuleFacts facts, string subject) =>
        typeof(RuleFacts).GetProperty(char.ToUpperInvariant(subject[0]) + subject[1..])!.GetValue(facts)!;
}
