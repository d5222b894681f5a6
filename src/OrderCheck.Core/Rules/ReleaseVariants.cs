using System.Collections.Frozen;
using OrderCheck.Core.Knowledge;

namespace OrderCheck.Core.Rules;

/// <summary>A release with other rules or rows in it, for what is not the answer at the screen. The rules are not compiled again.</summary>
internal static class ReleaseVariants
{
    // Alert settings are left out: what nobody is shown on a card is found all the same.

    /// <summary>With drafts and shadow rules as if they were active: what their cases must show before they are.</summary>
    public static Release UnderTest(this Release release) =>
        release.With([.. release.Rules.Select(rule => rule.Definition.State is RuleState.Draft or RuleState.Shadow ? rule.In(RuleState.Active) : rule)], release.Knowledge);

    /// <summary>See <see cref="Release.Shadow"/>.</summary>
    public static Release? ShadowOf(Release release)
    {
        CompiledRule[] shadow = [.. release.Rules.Where(rule => rule.Definition.State == RuleState.Shadow).Select(rule => rule.In(RuleState.Active))];
        return shadow.Length == 0 ? null : release.With(shadow, release.Knowledge);
    }

    /// <summary>With these rows behind its own.</summary>
    public static Release With(this Release release, IReadOnlyDictionary<KnowledgeKind, IReadOnlyList<KnowledgeRow>> rows) =>
        release.With(
            release.Rules,
            release.Knowledge.ToFrozenDictionary(
                own => own.Key, own => rows.TryGetValue(own.Key, out var more) ? Behind(own.Value, more) : own.Value));

    private static IReadOnlyList<KnowledgeRow> Behind(IReadOnlyList<KnowledgeRow> own, IReadOnlyList<KnowledgeRow> more)
    {
        if (own is PackedTable table)
            return table.With(more);
        KnowledgeRow[] all = [.. own, .. more];
        return all;
    }

    /// <summary>With these rules, by their names.</summary>
    internal static Release With(
        this Release release, IReadOnlyList<CompiledRule> rules, FrozenDictionary<KnowledgeKind, IReadOnlyList<KnowledgeRow>> knowledge) =>
        new(
            release.Number, release.Hash, release.Catalogue, release.Codes, rules, knowledge,
            CandidateIndexBuilder.Build(rules, knowledge, release.Packed), release.Dictionary)
        {
            Grouping = release.Grouping,
            OwnShares = release.OwnShares,
            Packed = release.Packed,
        };
}
