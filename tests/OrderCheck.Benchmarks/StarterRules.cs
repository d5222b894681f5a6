using OrderCheck.Core.Rules;
using OrderCheck.Ledger.Releases;

namespace OrderCheck.Benchmarks;

/// <summary>The project's own rules folder, from wherever the benchmark runs.</summary>
internal static class StarterRules
{
    public static RuleFolder Read() => RuleFolderReader.Read(Path.Combine(Root(), "rules"));

    public static Release Build(RuleFolder folder, Release? before = null)
    {
        var build = ReleaseBuilder.Build(folder, number: 1, before);
        return build.Release ?? throw new InvalidOperationException($"{build.Faults[0].File}:{build.Faults[0].Line}: {build.Faults[0].Message}");
    }

    /// <summary>The runner builds and runs a copy of this project several folders below it.</summary>
    public static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "OrderCheck.sln")))
                return folder.FullName;
        }
        throw new DirectoryNotFoundException($"No OrderCheck.sln above {AppContext.BaseDirectory}.");
    }
}
