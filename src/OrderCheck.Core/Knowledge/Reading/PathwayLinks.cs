using OrderCheck.Core.Rules;

namespace OrderCheck.Core.Knowledge.Reading;

/// <summary>What the files of clinical pathways must agree on among each other: an item of a pathway that no file has would be a silent pass.</summary>
internal static class PathwayLinks
{
    public static void Check(IReadOnlyDictionary<KnowledgeKind, KnowledgeTable> tables, List<Fault> faults)
    {
        var pathways = tables[KnowledgeKind.Pathways].Rows.OfType<ClinicalPathway>().ToLookup(row => row.Pathway, StringComparer.Ordinal);
        var (items, preferences) = (tables[KnowledgeKind.PathwayItems], tables[KnowledgeKind.PathwayPreferences]);
        foreach (var (row, line) in items.Rows.Cast<PathwayItem>().Zip(items.Lines))
        {
            if (!pathways.Contains(row.Pathway))
                faults.Add(Unknown(items, line, row.Pathway));
            else if (row.FromOperation && !pathways[row.Pathway].All(pathway => pathway.Procedures is not null))
                faults.Add(new Fault(items.File, line, 1, $"'{row.Pathway}' has no operations in {KnowledgeReader.FileOf(KnowledgeKind.Pathways)}, from whose day this row counts."));
        }
        foreach (var (row, line) in preferences.Rows.Cast<PathwayPreference>().Zip(preferences.Lines))
        {
            if (!pathways.Contains(row.Pathway))
                faults.Add(Unknown(preferences, line, row.Pathway));
        }
        Contradictions(items, faults);
    }

    /// <summary>The same item both listed and not needed on the same day.</summary>
    private static void Contradictions(KnowledgeTable items, List<Fault> faults)
    {
        var rows = items.Rows.Cast<PathwayItem>().Zip(items.Lines)
            .Where(pair => pair.First.Need != PathwayItem.ListedOnly)
            .ToLookup(pair => (pair.First.Pathway, pair.First.ItemCode, pair.First.IsPrefix, pair.First.CountedFrom));
        foreach (var same in rows)
        {
            foreach (var (row, line) in same.Where(pair => !pair.First.IsListed))
            {
                var against = same.FirstOrDefault(pair => pair.First.IsListed && OnOneDay(pair.First, row));
                if (against.First is not null)
                    faults.Add(new Fault(items.File, line, 1, $"'{row.Pathway}' has the item as {row.Need} here and as {against.First.Need} in line {against.Second}, on the same days."));
            }
        }
    }

    private static bool OnOneDay(PathwayItem one, PathwayItem other) =>
        one.FromDay <= other.ToDay && other.FromDay <= one.ToDay
        && (one.EffectiveFrom ?? DateOnly.MinValue) <= (other.EffectiveTo ?? DateOnly.MaxValue)
        && (other.EffectiveFrom ?? DateOnly.MinValue) <= (one.EffectiveTo ?? DateOnly.MaxValue);

    private static Fault Unknown(KnowledgeTable table, int line, string pathway) =>
        new(table.File, line, 1, $"'{pathway}' is no pathway of {KnowledgeReader.FileOf(KnowledgeKind.Pathways)}.");
}
