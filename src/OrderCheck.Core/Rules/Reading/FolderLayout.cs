using OrderCheck.Core.Catalogue.Reading;
using OrderCheck.Core.Grouping.Profiles;
using OrderCheck.Core.Knowledge;
using OrderCheck.Core.Knowledge.Reading;
using OrderCheck.Core.Regions;

namespace OrderCheck.Core.Rules.Reading;

/// <summary>Where things are in a rules folder.</summary>
internal static class FolderLayout
{
    public const string Dictionary = "dictionary/";

    /// <summary>Case histories: who, what was ordered, which rule must speak. No part of a release.</summary>
    private const string Cases = "cases/";

    /// <summary>What coverage.md is made of. No part of a release.</summary>
    public const string Coverage = "coverage/";

    private static readonly HashSet<string> Tables =
        [.. CatalogueFiles.All, .. AlertReader.Files, .. KnowledgeKinds.All.Select(KnowledgeReader.FileOf)];

    private static readonly string Places =
        $"Rules are in DOMAIN/NAME.json; tables are {string.Join(", ", Tables)} {Dictionary}*.csv, and regions in {RegionReader.Folder}NAME/.";

    public static bool IsRuleFile(RuleFile file) =>
        file.Path.EndsWith(".json", StringComparison.Ordinal) && file.Path.Contains('/') && !IsCase(file) && !IsCoverage(file) && !IsDictionary(file)
        && !GroupingReader.IsGroupingFile(file) && !RegionReader.IsRegionFile(file);

    public static bool IsDictionary(RuleFile file) => file.Path.StartsWith(Dictionary, StringComparison.Ordinal);

    public static bool IsCase(RuleFile file) => file.Path.StartsWith(Cases, StringComparison.Ordinal);

    public static bool IsCoverage(RuleFile file) => file.Path.StartsWith(Coverage, StringComparison.Ordinal);

    /// <summary>A misspelt file would be silently without effect.</summary>
    public static void CheckPlaces(RuleFolder folder, List<Fault> faults)
    {
        foreach (var file in folder.Files)
        {
            if (!IsRuleFile(file) && !IsCase(file) && !IsCoverage(file) && !IsDictionary(file) && !GroupingReader.IsGroupingFile(file) && !RegionReader.IsRegionFile(file) && !Tables.Contains(file.Path))
                faults.Add(new Fault(file.Path, 0, 0, $"Nothing reads this file. {Places}"));
        }
        foreach (var twice in folder.Files.GroupBy(file => file.Path).Where(same => same.Count() > 1))
            faults.Add(new Fault(twice.Key, 0, 0, "The folder has this file twice."));
    }
}
