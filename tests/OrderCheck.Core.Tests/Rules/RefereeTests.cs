using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using OrderCheck.Core.Rules;
using OrderCheck.Core.Rules.Vocabulary;
using RulesEngine.Models;
using Xunit;

namespace OrderCheck.Core.Tests.Rules;

/// <summary>The plain RulesEngine judges the same facts by the same files: it is the referee of the compiled delegates.</summary>
public sealed class RefereeTests
{
    private static readonly Release Starter = Folders.Built(Folders.Starter());

    private static readonly RulesEngine.RulesEngine Plain = new(
        Folders.StarterRules().Select(file => JsonSerializer.Deserialize<Workflow>(file.Text)!).ToArray(),
        new ReSettings { CustomTypes = [.. RuleVocabulary.Types], EnableFormattedErrorMessage = false });

    private static readonly Dictionary<string, string> WorkflowOf = Folders.StarterRules()
        .Select(file => JsonNode.Parse(file.Text)!)
        .SelectMany(workflow => workflow["Rules"]!.AsArray().Select(rule => (Rule: (string)rule!["RuleName"]!, Workflow: (string)workflow["WorkflowName"]!)))
        .ToDictionary(pair => pair.Rule, pair => pair.Workflow);

    public static TheoryData<string> Rules() => [.. Starter.Rules.Select(rule => rule.Definition.Name)];

    [Theory]
    [MemberData(nameof(Rules))]
    public async Task The_compiled_rule_and_the_plain_engine_give_the_same_verdict(string name)
    {
        var rule = Starter.Rules.Single(rule => rule.Definition.Name == name);
        var verdicts = new HashSet<bool>();

        await WithHistory(RandomFacts.For(rule.Definition.Knowledge)).SampleAsync(
            async facts =>
            {
                var compiled = rule.Matches(facts);
                lock (verdicts)
                    verdicts.Add(compiled);
                Assert.Equal(await JudgePlainly(name, facts), compiled);
            },
            iter: 1_000);

        // A rule that never spoke, or always did, would have compared nothing; prose always speaks.
        Assert.Equal(rule.Definition.IsProse ? 1 : 2, verdicts.Count);
    }

    private static Gen<RuleFacts> WithHistory(Gen<RuleFacts> facts) => Gen.Select(facts, KnownHistory.AtRandom, (known, tell) =>
    {
        tell((KnownHistory)known.History);
        return known;
    });

    private static object Value(RuleFacts facts, string subject) =>
        typeof(RuleFacts).GetProperty(char.ToUpperInvariant(subject[0]) + subject[1..])!.GetValue(facts)!;

    private static async Task<bool> JudgePlainly(string name, RuleFacts facts)
    {
        var results = await Plain.ExecuteAllRulesAsync(
            WorkflowOf[name],
            [new RuleParameter("limit", facts.Limit), .. RuleVocabulary.Subjects.Select(subject => new RuleParameter(subject.Name, Value(facts, subject.Name)))]);
        var result = results.Single(result => result.Rule.RuleName == name);
        Assert.Equal("", result.ExceptionMessage ?? "");
        return result.IsSuccess;
    }
}
