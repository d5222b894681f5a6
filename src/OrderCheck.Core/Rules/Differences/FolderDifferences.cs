using OrderCheck.Core.Rules.Reading;

namespace OrderCheck.Core.Rules.Differences;

/// <summary>What is different between two rules folders, rule by rule and row by row, in words that an insurance officer reads.</summary>
public static class FolderDifferences
{
    private const string Tables = ".csv";

    /// <summary>The changes from the first to the second, by file; of cases and pages nothing is said, since no order is judged by them.</summary>
    /// <exception cref="UnreadableFileException">A table is no CSV, or a rule file no JSON object with rules.</exception>
    public static IReadOnlyList<FolderChange> Between(RuleFolder before, RuleFolder after)
    {
        var families = RuleTexts.Families(before).Concat(RuleTexts.Families(after)).DistinctBy(static family => family.Key).ToDictionary();
        var changes = RuleChanges.Between(RuleTexts.Of(before), RuleTexts.Of(after)).ToList();
        foreach (var path in Paths(before).Union(Paths(after)).Order(StringComparer.Ordinal))
        {
            var (old, now) = (before.Find(path), after.Find(path));
            if (old?.Text == now?.Text)
                continue;
            if (IsGrouping(path))
                changes.Add(OfScheme(path, old, now));
            else
                changes.AddRange(TableChanges.Between(path, families.GetValueOrDefault(path), TextTable.Read(path, old?.Text), TextTable.Read(path, now?.Text)));
        }
        return changes;
    }

    private static bool IsGrouping(string path) => path.StartsWith("grouping/", StringComparison.Ordinal);

    /// <summary>A grouping scheme is published and taken over as a whole; nobody reads it row by row.</summary>
    private static FolderChange OfScheme(string path, RuleFile? before, RuleFile? after) => new(
        path, "分组方案", before is null ? ChangeKind.Added : after is null ? ChangeKind.Removed : ChangeKind.Changed, path, "", "分组表整体", [], null, null);

    private static IEnumerable<string> Paths(RuleFolder folder) => folder.Files
        .Where(static file => file.Path.EndsWith(Tables, StringComparison.Ordinal) && !FolderLayout.IsCase(file) && !FolderLayout.IsCoverage(file))
        .Select(static file => file.Path);
}
