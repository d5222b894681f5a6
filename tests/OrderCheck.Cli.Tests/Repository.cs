namespace OrderCheck.Cli.Tests;

/// <summary>Finds the repository that the tests were built from.</summary>
internal static class Repository
{
    private static readonly string Root = Upwards(AppContext.BaseDirectory);

    /// <summary>The project's own rules folder.</summary>
    public static string Rules => Path.Combine(Root, "rules");

    /// <summary>Points that people labelled.</summary>
    public static string Labels => Path.Combine(Root, "tests", "OrderCheck.Cli.Tests", "Nhsa", "Labels");

    /// <summary>NHSA's published tables, which lie beside the repository on some machines; null where they do not.</summary>
    public static string? PublishedTables => Beside("nhsa");

    /// <summary>The national drug list and ICD-10 beside the repository; null where they are not.</summary>
    public static string? ReferenceCatalogue => Beside("catalog");

    private static string? Beside(string name)
    {
        for (var folder = new DirectoryInfo(Root); folder is not null; folder = folder.Parent)
        {
            var path = Path.Combine(folder.FullName, "shared", "data", name);
            if (Directory.Exists(path))
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
