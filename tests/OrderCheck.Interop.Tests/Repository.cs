using OrderCheck.Core.Regions;
using OrderCheck.Core.Rules;

namespace OrderCheck.Interop.Tests;

/// <summary>The project's own rules folder, as a release.</summary>
internal static class Repository
{
    private static readonly Lazy<Release> Built = new(Build);

    public static Release Release => Built.Value;

    public static RegionProfile National => RegionProfiles.None.For("");

    public static RegionProfile Dialect => Release.Regions.Find("psn-dialect")!;

    private static Release Build()
    {
        var rules = Path.Combine(Root(), "rules");
        var files = Directory.EnumerateFiles(rules, "*", SearchOption.AllDirectories).Where(path => Path.GetExtension(path) is ".json" or ".csv")
            .Select(path => new RuleFile(Path.GetRelativePath(rules, path).Replace('\\', '/'), File.ReadAllText(path)));
        var build = ReleaseBuilder.Build(new RuleFolder([.. files]), 1);
        return build.Release ?? throw new InvalidOperationException(string.Join('\n', build.Faults));
    }

    private static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "OrderCheck.sln")))
                return folder.FullName;
        }
        throw new DirectoryNotFoundException("No OrderCheck.sln above the tests.");
    }
}
