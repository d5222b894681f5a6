namespace OrderCheck.EndToEnd;

/// <summary>Where things lie in the repository that these tests were built from.</summary>
internal static class Repository
{
    /// <summary>The folder that has OrderCheck.sln.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Debug or Release, as these tests were built: the programs under test are taken from the same build.</summary>
    public static string Configuration { get; } =
        Path.GetFileName(Path.GetDirectoryName(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar))!);

    public static string Rules => Path.Combine(Root, "rules");

    /// <summary>NHSA's published tables, which lie beside the repository on some machines; null where they do not.</summary>
    public static string? PublishedTables => Beside("nhsa");

    /// <summary>Grouping schemes and labelled cases, likewise.</summary>
    public static string? GroupingTables => Beside("drg");

    /// <summary>A built file of one of the projects under src/.</summary>
    public static string Built(string project, string file, string target = "net10.0") =>
        Path.Combine(Root, "src", project, "bin", Configuration, target, file);

    private static string? Beside(string name)
    {
        for (var folder = new DirectoryInfo(Root); folder is not null; folder = folder.Parent)
        {
            var tables = Path.Combine(folder.FullName, "shared", "data", name);
            if (Directory.Exists(tables))
                return tables;
        }
        return null;
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "OrderCheck.sln")))
                return folder.FullName;
        throw new InvalidOperationException($"No OrderCheck.sln above {AppContext.BaseDirectory}.");
    }
}
