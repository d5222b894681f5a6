using OrderCheck.Core.Amounts;
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

    /// <summary>Of what it said, what asked for an answer and was not folded.</summary>
    public long Asked { get; private init; }

    /// <summary>Of those, what nobody answered in these days.</summary>
    public long Unanswered { get; private init; }

    /// <summary>What it said is about, but for what came back folded.</summary>
    public Money Amount { get; private init; }

    /// <summary>Findings answered for the first time, and how long that took together.</summary>
    public (long Times, long Seconds) Answered { get; private init; }

    /// <summary>Kinds of reasons for which it was overridden, most first.</summary>
    public IReadOnlyList<(string Reason, long Times)> Reasons { get; private init; } = [];

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
                    Folded = SumOf(own, RuleCount.Folded),
                    Asked = SumOf(own, RuleCount.Asked),
                    Unanswered = Math.Max(0, SumOf(own, RuleCount.Asked) - SumOf(own, RuleCount.AskedAnswered)),
                    Amount = Money.FromMicros(SumOf(own, RuleCount.Amount)),
                    Answered = (SumOf(own, RuleCount.Answered), SumOf(own, RuleCount.Seconds)),
                    Reasons = [.. own.Where(static count => count.Reason is not null).GroupBy(static count => count.Reason!)
                        .Select(static kind => (Reason: kind.Key, Times: kind.Sum(static count => count.Times)))
                        .OrderByDescending(static kind => kind.Times).ThenBy(static kind => kind.Reason, StringComparer.Ordinal)],
                })
                .OrderByDescending(static record => record.Blind).ThenByDescending(static record => record.Said)
                .ThenBy(static record => record.Name, StringComparer.Ordinal).ThenBy(static record => record.Shadow),
        ];
    }

    private static long SumOf(IEnumerable<RuleCount> own, string input) => own.Where(count => count.Input == input).Sum(static count => count.Times);

    /// <summary>Chinese, as the vocabulary has it; the input itself where it has no word for it.</summary>
    public static string LabelOf(string input) => RuleVocabulary.Entries.FirstOrDefault(entry => entry.Name == input)?.Label ?? input;
}
