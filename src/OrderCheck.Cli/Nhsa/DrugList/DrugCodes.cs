using OrderCheck.Cli.Csv;
using OrderCheck.Cli.Verbs;

namespace OrderCheck.Cli.Nhsa.DrugList;

/// <summary>A table of drug codes and their names, such as an office has from its platform.</summary>
internal static class DrugCodes
{
    private const string Code = "drug_code";

    /// <exception cref="BadInputException">There is no such file, it is no table, or a code has no drug's shape.</exception>
    public static IEnumerable<(string Code, string Name)> Read(string file)
    {
        var path = Path.GetFullPath(file);
        foreach (var row in CsvTable.Read(Path.GetDirectoryName(path)!, Path.GetFileName(path), Code, "generic_name").Rows)
        {
            var code = row.Field(Code);
            if (ItemCodeShape.KindOf(code.Text) != "药品")
                throw new BadInputException(row.File, code.Line, code.Column, $"'{code.Text}' is no drug's code: X and 22 more, or Z and 19 more.");
            if (row["generic_name"].Trim() is { Length: > 0 } name)
                yield return (code.Text, name);
        }
    }
}
