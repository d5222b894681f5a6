using CsCheck;
using OrderCheck.Core.Rules;
using Xunit;

namespace OrderCheck.Core.Tests.Rules;

/// <summary>The plain RulesEngine judges the same facts by the same files: it is the referee of the compiled delegates.</summary>
public sealed class RefereeTests
{
    private const int MostRounds = 30;

    private static readonly Release Starter = Folders.Built(Folders.Starter());

    public static TheoryData<string> Rules() => [.. Starter.Rules.Select(rule => rule.Definition.Name)];

    [Theory]
    [MemberData(nameof(Rules))]
    public async Task The_compiled_rule_and_the_plain_engine_give_the_same_verdict(string name)
    {
        var rule = Starter.Rules.Single(rule => rule.Definition.Name == name);
        var verdicts = new HashSet<bool>();

        // A rule that never spoke, or always did, would have compared nothing; prose always speaks. Some speak once in a thousand times.
        var wanted = rule.Definition.IsProse ? 1 : 2;
        for (var round = 0; round == 0 || (round < MostRounds && verdicts.Count < wanted); round++)
        {
            await WithHistory(RandomFacts.For(rule.Definition.Knowledge)).SampleAsync(
                async facts =>
                {
                    var compiled = rule.Matches(facts);
                    lock (verdicts)
                        verdicts.Add(compiled);
                    Assert.Equal(await PlainEngine.JudgeAsync(rule.Definition.Name, facts), compiled);
                },
                iter: 1_000);
        }

        Assert.Equal(wanted, verdicts.Count);
    }

    private static Gen<RuleFacts> WithHistory(Gen<RuleFacts> facts) => Gen.Select(facts, KnownHistory.AtRandom, (known, tell) =>
    {
        tell((KnownHistory)known.History);
        return known;
    });
}
