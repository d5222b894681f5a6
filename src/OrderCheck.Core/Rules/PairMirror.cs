using OrderCheck.Core.Knowledge;

namespace OrderCheck.Core.Rules;

/// <summary>Each row about two sides once more from its other side, except where the knowledge says it from both sides itself.</summary>
internal static class PairMirror
{
    public static IEnumerable<RelationRow> Of(IReadOnlyList<KnowledgeRow> rows)
    {
        var written = rows.OfType<RelationRow>().SelectMany(Sides).ToHashSet();
        return rows.OfType<RelationRow>().SelectMany(row => row.Mirrors()).Where(mirror => !Sides(mirror).All(written.Contains));
    }

    private static IEnumerable<(string, bool, string, string?, DateOnly?, DateOnly?)> Sides(RelationRow row) =>
        row.Others.Select(other => (row.ItemCode, row.IsPrefix, other.Code, row.WindowWord, row.EffectiveFrom, row.EffectiveTo));
}
