using System.Collections.Concurrent;
using OrderCheck.Core.Grouping;
using OrderCheck.Core.Grouping.Import;
using OrderCheck.Core.Grouping.Schemes;
using Xunit;

namespace OrderCheck.Core.Tests.Grouping;

/// <summary>The labelled reference tables, which lie beside the repository and are not part of it.</summary>
internal static class ReferenceTables
{
    private static readonly ConcurrentDictionary<string, Lazy<SchemeImport>> Imports = new();

    public static string? Folder { get; } = Find();

    public static void SkipUnlessPresent() =>
        Assert.SkipUnless(Folder is not null, "The grouping reference tables (shared/data/drg) are not beside the repository.");

    public static string? TextOf(string folder, string file)
    {
        var path = Path.Combine(Folder!, folder, file);
        return File.Exists(path) ? File.ReadAllText(path) : null;
    }

    public static SchemeImport Import(string scheme) => Imports.GetOrAdd(scheme, _ => new Lazy<SchemeImport>(() =>
        TableImport.Read(file => TextOf(scheme, file), file => TextOf("icd", file)))).Value;

    public static GroupingScheme Scheme(string scheme, params KeyValuePair<string, string>[] settings)
    {
        var import = Import(scheme);
        Assert.Empty(import.Faults);
        var build = SchemeBuilder.Build(import.Files, settings);
        Assert.Empty(build.Faults);
        return build.Scheme!;
    }

    private static string? Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var tables = Path.Combine(folder.FullName, "shared", "data", "drg");
            if (Directory.Exists(tables))
                return tables;
        }
        return null;
    }
}
