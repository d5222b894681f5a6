using OrderCheck.Cli.Csv;
using OrderCheck.Cli.Verbs;

namespace OrderCheck.Cli.Nhsa.DrugList;

/// <summary>A table of drug codes and their names, such as an office has from its platform.</summary>
internal static class DrugCodes
{
    private const string Code = "drug_code";

    /// <exception cref="BadInputException">There is no such file, it is no table, or codes have no drug's shape: all are told.</exception>
    public static IReadOnlyList<(string Code, string Name)> Read(string file)
    {
        var codes = new List<(string, string)>();
        var faults = new InputFaults();
        var path = Path.GetFullPath(file);
        foreach (var row in CsvTable.Read(Path.GetDirectoryName(path)!, Path.GetFileName(path), Code, "generic_name").Rows)
        {
            var code = row.Field(Code);
            if (ItemCodeShape.KindOf(code.Text) != "药品")
                faults.Add(new InputFault(row.File, code.Line, code.Column, $"'{code.Text}' is no drug's code: X and 22 more, or Z and 19 more."));
            else if (row["generic_name"].Trim() is { Length: > 0 } name)
                codes.Add((code.Text, name));
        }
        faults.ThrowIfAny();
        return codes;
    }
}
