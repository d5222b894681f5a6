namespace OrderCheck.Server.Tests.Wire;

/// <summary>The project's own rules.</summary>
internal static class RulesFolder
{
    public static string Path { get; } = Find();

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "OrderCheck.sln")))
                return System.IO.Path.Combine(folder.FullName, "rules");
        }

        throw new DirectoryNotFoundException("The tests run inside the repository, which has the rules folder.");
    }
}
