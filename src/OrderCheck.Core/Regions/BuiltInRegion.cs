using OrderCheck.Core.Rules;

namespace OrderCheck.Core.Regions;

/// <summary>The national profile as it is shipped, for releases that have none.</summary>
internal static class BuiltInRegion
{
    private static readonly string[] Names = ["region.json", "codes.csv"];

    public static RegionProfile Read()
    {
        var faults = new List<Fault>();
        return RegionReader.Read(new RuleFolder([.. Names.Select(Load)]), faults).Find(RegionProfiles.National)
            ?? throw new InvalidOperationException($"The built-in region is broken: {string.Join(" ", faults)}");
    }

    private static RuleFile Load(string name)
    {
        var path = $"{RegionReader.Folder}{RegionProfiles.National}/{name}";
        using var stream = typeof(BuiltInRegion).Assembly.GetManifestResourceStream(path)
            ?? throw new InvalidOperationException($"The program lacks {path}.");
        using var reader = new StreamReader(stream);
        return new RuleFile(path, reader.ReadToEnd());
    }
}
