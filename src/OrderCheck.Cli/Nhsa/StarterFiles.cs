using System.Text;
using OrderCheck.Cli.Csv;

namespace OrderCheck.Cli.Nhsa;

/// <summary>
/// What a rules folder needs beside knowledge and catalogue, out of the project's own rules/ as it was when this program was
/// built: the rules, the code tables, the parameters, the rows that are for every item, the budget's
/// thresholds, and dictionaries without a hospital's own rows.
/// </summary>
internal static class StarterFiles
{
    private const string Prefix = "rules/";
    private const string Bed = "bed/";

    /// <summary>Path in the folder and text, in ordinal order of path.</summary>
    public static SortedDictionary<string, string> Read(int childAge)
    {
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var assembly = typeof(StarterFiles).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!, Encoding.UTF8);
            var path = name[Prefix.Length..].Replace('\\', '/');
            files[path] = Adapt(path, reader.ReadToEnd(), childAge);
        }
        return files;
    }

    /// <summary>One file of rules/ as it was when this program was built.</summary>
    public static string Text(string path)
    {
        var assembly = typeof(StarterFiles).Assembly;
        var name = assembly.GetManifestResourceNames().Single(name => name.Replace('\\', '/') == Prefix + path);
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!, Encoding.UTF8);
        return reader.ReadToEnd();
    }

    /// <summary>The rules' own cases, on the tables that they were written on: what the rules do does not change with what is imported.</summary>
    public static IEnumerable<(string Path, string Text)> Cases()
    {
        var assembly = typeof(StarterFiles).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith(Bed, StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!, Encoding.UTF8);
            yield return ("cases/" + name.Replace('\\', '/'), reader.ReadToEnd());
        }
    }

    private static string Adapt(string path, string text, int childAge) => path switch
    {
        "catalogue/age_groups.csv" => Rewrite(text, row => row["age_group"] == "儿童" ? ("max_age", $"{childAge - 1}") : null),
        "catalogue/parameters.csv" => Rewrite(text, row => row["name"] == "child_age" ? ("value", $"{childAge}") : null),
        "knowledge/swap_pairs.csv" => KeepGeneral(text),
        _ when path.StartsWith("dictionary/", StringComparison.Ordinal) => KeepGeneral(text),
        _ => text,
    };

    /// <summary>Rows for every item stay; rows that name the starter set's own items and example prices go.</summary>
    private static string KeepGeneral(string text)
    {
        var table = CsvTable.Parse("", text);
        var file = new CsvText(table.Columns);
        foreach (var row in table.Rows.Where(row => table.Columns.Contains("item_code") && row["item_code"] == "*"))
            file.Add(table.Columns.Select(column => row[column]));
        return file.ToString();
    }

    private static string Rewrite(string text, Func<CsvRow, (string Column, string Value)?> change)
    {
        var table = CsvTable.Parse("", text);
        var file = new CsvText(table.Columns);
        foreach (var row in table.Rows)
        {
            var changed = change(row);
            file.Add(table.Columns.Select(column => changed is { } to && to.Column == column ? to.Value : row[column]));
        }
        return file.ToString();
    }
}
