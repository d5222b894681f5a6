using OrderCheck.Core.Knowledge;

namespace OrderCheck.Core.Rules;

/// <summary>Each pair once more from its other side, except where the knowledge says it from both sides itself.</summary>
internal static class PairMirror
{
    public static IEnumerable<ExclusivePair> Of(IReadOnlyList<KnowledgeRow> rows)
    {
        var written = rows.OfType<ExclusivePair>().Select(Sides).ToHashSet();
        return rows.OfType<ExclusivePair>().Select(pair => pair.Mirror()).Where(mirror => !written.Contains(Sides(mirror)));
    }

    private static (string, string, string, DateOnly?, DateOnly?) Sides(ExclusivePair pair) =>
        (pair.ItemCode, pair.OtherCode, pair.Window, pair.EffectiveFrom, pair.EffectiveTo);
}
