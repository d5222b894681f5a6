using OrderCheck.Core.Rules.Reading;

namespace OrderCheck.Core.Rules.Cases;

/// <summary>
/// cases/bed/: cases that bring a catalogue, knowledge and dictionary of their own, in files as a rules folder has them. The
/// folder's rules are held against them, while its own rows change with every import.
/// </summary>
internal static class CaseBed
{
    private const string Place = "cases/bed/";

    public static bool Has(RuleFile file) => file.Path.StartsWith(Place, StringComparison.Ordinal);

    /// <summary>The folder's rules on the bed's tables. Null where there is no bed, or where it is at fault.</summary>
    public static Release? Build(RuleFolder folder, long number, List<Fault> faults)
    {
        RuleFile[] tables = [.. folder.Files.Where(file => Has(file) && file.Path.EndsWith(".csv", StringComparison.Ordinal)).Select(file => file with { Path = file.Path[Place.Length..] })];
        if (tables.Length == 0)
            return null;
        var build = ReleaseBuilder.Build(new RuleFolder([.. folder.Files.Where(FolderLayout.IsRuleFile), .. tables]), number);
        faults.AddRange(build.Faults.Select(fault => tables.Any(table => table.Path == fault.File) ? fault with { File = Place + fault.File } : fault));
        return build.Release;
    }
}
