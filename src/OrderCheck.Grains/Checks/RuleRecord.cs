using OrderCheck.Core.Findings;
using OrderCheck.Core.Rules;
using OrderCheck.Core.Rules.Vocabulary;
using OrderCheck.Ledger.Checks;

namespace OrderCheck.Grains.Checks;

/// <summary>One rule's record over some days.</summary>
/// <param name="Name">Also of what is found without a rule file, such as unknown-item.</param>
/// <param name="Rule">As the live release has it; null where it does not.</param>
/// <param name="Shadow">It ran in shadow: nobody at a screen saw what it said.</param>
/// <param name="Said">Orders and charges that it spoke about.</param>
/// <param name="Missing">What it lacked, and how many lines and rows it could not judge for want of it; most first.</param>
public sealed record RuleRecord(string Name, RuleDefinition? Rule, bool Shadow, long Said, IReadOnlyList<(string Input, long Times)> Missing)
{
    /// <summary>What was decided on its findings, most first.</summary>
    public IReadOnlyList<(DecisionKind Kind, long Times)> Decided { get; private init; } = [];

    /// <summary>Of what it said, what came back folded.</summary>
    public long Folded { get; private init; }

    public long Blind => Missing.Sum(static missing => missing.Times);

    /// <summary>Most blind first, then most said.</summary>
    /// <param name="counts">Each rule's, summed over the days.</param>
    /// <param name="release">The live one, where there is one.</param>
    public static IReadOnlyList<RuleRecord> Of(IEnumerable<RuleCount> counts, Release? release)
    {
        var rules = release?.Rules.ToDictionary(static rule => rule.Definition.Name, static rule => rule.Definition, StringComparer.Ordinal) ?? [];
        return
        [
            .. counts.GroupBy(static count => (count.Rule, count.Shadow))
                .Select(own => new RuleRecord(
                    own.Key.Rule, rules.GetValueOrDefault(own.Key.Rule), own.Key.Shadow, own.Where(static count => count.Input.Length == 0).Sum(static count => count.Times),
                    [.. own.Where(static count => count.IsOfInput).Select(static count => (count.Input, count.Times)).OrderByDescending(static missing => missing.Times)])
                {
                    Decided = [.. own.Where(static count => count.Decided is not null).GroupBy(static count => count.Decided!.Value)
                        .Select(static kind => (Kind: kind.Key, Times: kind.Sum(static count => count.Times))).OrderByDescending(static kind => kind.Times).ThenBy(static kind => kind.Kind)],
                    Folded = own.Where(static count => count.Input == RuleCount.Folded).Sum(static count => count.Times),
                })
                .OrderByDescending(static record => record.Blind).ThenByDescending(static record => record.Said)
                .ThenBy(static record => record.Name, StringComparer.Ordinal).ThenBy(static record => record.Shadow),
        ];
    }

    /// <summary>Chinese, as the vocabulary has it; the input itself where it has no word for it.</summary>
    public static string LabelOf(string input) => RuleVocabulary.Entries.FirstOrDefault(entry => entry.Name == input)?.Label ?? input;
}
