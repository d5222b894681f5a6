using System.Text.RegularExpressions;
using OrderCheck.Core.Tables;

namespace OrderCheck.Core.Knowledge.Reading;

/// <summary>Reads lists of diagnosis, procedure and item codes; see <see cref="ClinicalCodes"/>.</summary>
internal static partial class ClinicalCodeReader
{
    private const string DiagnosisCodes = "ICD-10 codes, prefixes or ranges such as O80|N40-N51|K35.3";
    private const string ProcedureCodes = "ICD-9-CM-3 codes, prefixes or ranges such as 36.0|65-71";

    public static string? RequiredDiagnoses(this CsvTable table, string column) =>
        table.Required(column) is null ? null : table.Diagnoses(column);

    public static string? Diagnoses(this CsvTable table, string column) => Codes(table, column, DiagnosisCode(), DiagnosisCodes);

    public static string? RequiredProcedures(this CsvTable table, string column) =>
        table.Required(column) is null ? null : Codes(table, column, ProcedureCode(), ProcedureCodes);

    /// <summary>Codes and code prefixes of the catalogue, separated by |; each has an item.</summary>
    public static string? RequiredItems(this CsvTable table, string column, ItemCodes items)
    {
        if (table.Required(column) is not { } text)
            return null;
        foreach (var part in text.Split(ClinicalCodes.Separator, StringSplitOptions.TrimEntries))
        {
            if (part.Length > 0 && !items.With(part).IsEmpty)
                continue;
            table.Fault(column, $"no item of the catalogue (catalogue/items.csv) begins with '{part}'; the field has codes or prefixes separated by |.");
            return null;
        }
        return text;
    }

    private static string? Codes(CsvTable table, string column, Regex form, string allowed)
    {
        if (table.Text(column) is not { } text)
            return null;
        foreach (var part in text.Split(ClinicalCodes.Separator, StringSplitOptions.TrimEntries))
        {
            if (form.IsMatch(part) && InOrder(part))
                continue;
            table.Fault(column, $"'{part}' is none of {allowed}.");
            return null;
        }
        return text;
    }

    private static bool InOrder(string part) =>
        part.Split('-') is not [var from, var to] || string.Compare(from, to, StringComparison.OrdinalIgnoreCase) <= 0;

    [GeneratedRegex(@"^[A-Z][0-9.x]{0,9}(-[A-Z][0-9.x]{1,9})?$")]
    private static partial Regex DiagnosisCode();

    [GeneratedRegex(@"^[0-9]{2}[0-9.x]{0,9}(-[0-9]{2}[0-9.x]{0,9})?$")]
    private static partial Regex ProcedureCode();
}
