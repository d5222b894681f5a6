using System.Globalization;
using OrderCheck.Cli.Csv;

namespace OrderCheck.Cli.Nhsa.DrugList;

/// <summary>Every entry of the drug list and what became of it: nothing is dropped in silence, what has no code can be looked up.</summary>
internal static class DrugListAccount
{
    /// <summary>Beside the official rules' own account; no part of a release.</summary>
    public const string File = "coverage/drug_list.csv";

    public static string Write(DrugListImport import)
    {
        var file = new CsvText("edition", "list", "category", "class", "name", "form", "limit", "pay_standard", "effective_from", "effective_to", "became", "codes");
        foreach (var (entry, fate, codes) in import.Account.OrderBy(row => row.Entry.Row.File, StringComparer.Ordinal).ThenBy(row => row.Entry.Row.Line))
        {
            file.Add(
                Text(entry.Edition), entry.Row["section"], entry.Category, entry.Class, entry.Name, entry.Form, entry.Limit, entry.PayStandard,
                Text(entry.From), entry.To is { } to ? Text(to) : "", DrugListTally.Name(fate), Text(codes));
        }
        return file.ToString();
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
