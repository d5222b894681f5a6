using OrderCheck.Core.Encounters;
using OrderCheck.Core.Grouping;
using OrderCheck.Core.Grouping.Schemes;
using OrderCheck.Core.Rules;

namespace OrderCheck.Benchmarks.Grouping;

/// <summary>The scheme under measurement, and made-up cases for it.</summary>
internal static class BenchmarkScheme
{
    /// <summary>A scheme's folder, e.g. a whole edition; without it the starter scheme is measured.</summary>
    private const string FolderVariable = "ORDERCHECK_BENCH_SCHEME";

    private const int Seed = 20260101;

    public static string Folder => Environment.GetEnvironmentVariable(FolderVariable) ?? Path.Combine(Root(), "rules", "grouping", "chs-drg-2.0");

    public static IReadOnlyList<RuleFile> Files { get; } =
        [.. Directory.EnumerateFiles(Folder).Select(path => new RuleFile(Path.GetFileName(path), File.ReadAllText(path)))];

    public static GroupingScheme Build() => SchemeBuilder.Build(Files).Scheme ?? throw new InvalidOperationException($"{Folder} has faults.");

    /// <summary>Five diagnoses and up to three procedures each; the code strings are the cases' own, not the scheme's.</summary>
    public static GroupingCase[] Cases(GroupingScheme scheme, int count)
    {
        var random = new Random(Seed);
        var cases = new GroupingCase[count];
        for (var at = 0; at < count; at++)
        {
            cases[at] = new GroupingCase(
                [.. Enumerable.Range(0, 5).Select(_ => new string(scheme.Diagnoses.CodeAt(random.Next(scheme.Diagnoses.Count))))],
                [.. Enumerable.Range(0, random.Next(4)).Select(_ => new string(scheme.Procedures.CodeAt(random.Next(scheme.Procedures.Count))))])
            {
                Sex = random.Next(2) == 0 ? Sex.Male : Sex.Female,
                AgeYears = random.Next(1, 95),
                StayDays = random.Next(1, 30),
            };
        }
        return cases;
    }

    private static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "OrderCheck.sln")))
                return folder.FullName;
        throw new DirectoryNotFoundException($"No OrderCheck.sln above {AppContext.BaseDirectory}.");
    }
}
