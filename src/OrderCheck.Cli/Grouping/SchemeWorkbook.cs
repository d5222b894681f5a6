using System.Globalization;
using MiniExcelLibs;
using OrderCheck.Cli.Verbs;
using OrderCheck.Core.Grouping.Import;

namespace OrderCheck.Cli.Grouping;

/// <summary>Reads the sheets of an .xlsx workbook as text.</summary>
internal static class SchemeWorkbook
{
    /// <exception cref="BadInputException">The file is no workbook.</exception>
    public static IReadOnlyList<WorkbookSheet> Read(string path)
    {
        try
        {
            using var stream = File.OpenRead(path);
            return [.. stream.GetSheetNames().Select(name => new WorkbookSheet(name, ReadRows(stream, name)))];
        }
        catch (Exception bad) when (bad is InvalidDataException or FormatException or NotSupportedException)
        {
            throw new BadInputException(path, 0, 0, "This is no readable .xlsx workbook. Save it anew as .xlsx.");
        }
    }

    private static List<IReadOnlyList<string>> ReadRows(FileStream stream, string sheet) =>
        [.. stream.Query(useHeaderRow: false, sheetName: sheet)
            .Select(row => (IReadOnlyList<string>)[.. ((IDictionary<string, object?>)row).Values.Select(TextOf)])];

    /// <summary>A place in an order is a number in the workbook; everything else is text.</summary>
    private static string TextOf(object? cell) => cell switch
    {
        null => "",
        string text => text,
        double number => number.ToString("0.##########", CultureInfo.InvariantCulture),
        _ => Convert.ToString(cell, CultureInfo.InvariantCulture) ?? "",
    };
}
