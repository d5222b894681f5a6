using OrderCheck.Cli.Csv;

namespace OrderCheck.Cli.Nhsa;

/// <summary>All files of the rules folder that an import makes.</summary>
internal static class ReleaseFiles
{
    /// <summary>Path in the folder and text, in ordinal order of path. The same import makes the same bytes.</summary>
    public static SortedDictionary<string, string> Write(NhsaImport import, PublishedTables tables, int childAge)
    {
        var files = StarterFiles.Read(childAge);
        files["catalogue/items.csv"] = CatalogueFile.Write(import.Items, UnitsOf(tables)).ToString();
        foreach (var kind in KindSchema.All)
        {
            var file = new CsvText(kind.Header);
            foreach (var line in import.Lines.Where(line => line.Limit.Kind == kind))
                file.Add(line.Fields);
            files[$"knowledge/{kind.Name}.csv"] = file.ToString();
        }
        return files;
    }

    private static Dictionary<string, string> UnitsOf(PublishedTables tables)
    {
        var units = new Dictionary<string, string>();
        foreach (var row in tables.Periods.Rows)
            units[row["item_code"]] = "次";
        foreach (var row in tables.Frequencies.Rows)
            units[row["item_code"]] = row["limit_unit"] == "天" ? "日" : row["limit_unit"];
        return units;
    }
}
