using OrderCheck.Cli.Csv;
using OrderCheck.Cli.Nhsa.DrugList;
using OrderCheck.Cli.Nhsa.Points;
using OrderCheck.Core.Rules;

namespace OrderCheck.Cli.Nhsa;

/// <summary>All files of the rules folder that an import makes.</summary>
internal static class ReleaseFiles
{
    private const string Parameters = "catalogue/parameters.csv";

    /// <summary>Path in the folder and text, in ordinal order of path. The same import makes the same bytes.</summary>
    /// <param name="drugs">Null where no drug list was read.</param>
    /// <param name="terms">The table that limits in words were coded by.</param>
    public static SortedDictionary<string, string> Write(NhsaImport import, DrugListImport? drugs, RuleFile terms, int childAge)
    {
        var files = StarterFiles.Read(childAge);
        files["catalogue/items.csv"] = CatalogueFile.Write(import.Items, UnitsOf(import.Lines), drugs?.Classes).ToString();
        files[terms.Path] = terms.Text;
        IReadOnlyList<KnowledgeLine> lines = [.. import.Lines, .. drugs?.Lines ?? []];
        foreach (var kind in KindSchema.All)
        {
            var file = new CsvText(kind.Header);
            foreach (var line in lines.Where(line => line.Limit.Kind == kind))
                file.Add(line.Fields);
            files[$"knowledge/{kind.Name}.csv"] = file.ToString();
        }
        files[Parameters] = WithNotes(files[Parameters], import.Notes);
        foreach (var (path, text) in StarterFiles.Cases())
            files[path] = text;
        if (PublishedCases.Write(import.Lines, childAge) is { } cases)
            files[PublishedCases.File] = cases;
        if (drugs is not null)
            files[DrugListAccount.File] = DrugListAccount.Write(drugs);
        return files;
    }

    /// <summary>A note has no item to hang on: it is kept beside the parameters, where readers look for how rules are meant.</summary>
    private static string WithNotes(string parameters, IReadOnlyList<KnowledgePoint> notes)
    {
        var table = CsvTable.Parse(Parameters, parameters, "name", "value", "source");
        var file = new CsvText("name", "value", "source");
        foreach (var row in table.Rows)
            file.Add(row["name"], row["value"], row["source"]);
        foreach (var note in notes)
            file.Add($"note {note.Id}", $"{note.RuleClass}：{note.ItemName}{note.ConstraintText}", Origin.Of(note));
        return file.ToString();
    }

    /// <summary>What services are billed by, of the points that are used; where a service has both limits, that of a day tells it.</summary>
    private static Dictionary<string, string> UnitsOf(IReadOnlyList<KnowledgeLine> lines)
    {
        var units = new Dictionary<string, string>();
        foreach (var rule in (string[])[PeriodPoints.Rule, FrequencyPoints.Rule])
        {
            foreach (var line in lines.Where(line => line.Limit.Kind == KindSchema.Frequency && line.Point.RuleClass == rule))
                units[line.ItemCode] = line.Limit.Values[1];
        }
        return units;
    }
}
