using OrderCheck.Core.Rules;

namespace OrderCheck.Core.Tests.Rules;

/// <summary>Finds the repository that the tests were built from.</summary>
internal static class Repository
{
    private static readonly string Root = Upwards(AppContext.BaseDirectory);

    public static string Folder(string name) => Path.Combine(Root, name);

    /// <summary>The rules folder that the product comes with, whole.</summary>
    public static IReadOnlyList<RuleFile> RuleFiles() =>
        [.. Directory.EnumerateFiles(Folder("rules"), "*", SearchOption.AllDirectories)
            .Where(path => Path.GetExtension(path) is ".csv" or ".json")
            .Select(path => new RuleFile(Path.GetRelativePath(Folder("rules"), path).Replace('\\', '/'), File.ReadAllText(path)))
            .OrderBy(file => file.Path, StringComparer.Ordinal)];

    /// <summary>Reference data that lies beside the repository on some machines; null where it is not.</summary>
    public static string? ReferenceData(string name)
    {
        for (var folder = new DirectoryInfo(Root); folder is not null; folder = folder.Parent)
        {
            var path = Path.Combine(folder.FullName, "shared", "data", name);
            if (Path.Exists(path))
                return path;
        }
        return null;
    }

    private static string Upwards(string from)
    {
        for (var folder = new DirectoryInfo(from); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "OrderCheck.sln")))
                return folder.FullName;
        }
        throw new DirectoryNotFoundException($"No OrderCheck.sln above {from}.");
    }
}
