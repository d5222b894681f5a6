using OrderCheck.Core.Tables;

namespace OrderCheck.Core.Knowledge.Reading;

/// <summary>Reads step therapies.</summary>
internal static class StepTherapyReader
{
    /// <summary>Ten years.</summary>
    private const int MostDays = 3_660;

    public static CsvColumn[] Columns { get; } =
    [
        CsvColumn.Must("first_line"), CsvColumn.Must("first_line_codes"), CsvColumn.Must("within_days"), CsvColumn.May("intolerance_codes"),
        .. CodingFields.Columns,
    ];

    public static StepTherapy? Read(CsvTable table, ItemCodes items)
    {
        var (names, codes, days) = (table.Required("first_line"), Codes(table, items), table.Whole("within_days", 1, MostDays));
        var intolerance = CodingFields.Ranges(table, "intolerance_codes");
        if (table.Required("within_days") is null || names is null || codes is null || days is not { } within)
            return null;
        return CodingFields.With(table, new StepTherapy
        {
            FirstLine = names.Replace(CodeRanges.Separator, Words.Separator),
            Codes = codes,
            WithinDays = within,
            Intolerance = intolerance,
        });
    }

    /// <summary>Codes of the catalogue, and prefixes of them; the item itself is no first line of its own.</summary>
    private static string[]? Codes(CsvTable table, ItemCodes items)
    {
        if (table.Required("first_line_codes") is not { } text)
            return null;
        var codes = text.Split(CodeRanges.Separator);
        var item = table.Text("item_code");
        foreach (var code in codes)
        {
            if (items.Fault(code) is { } fault)
                table.Fault("first_line_codes", fault);
            else if (item is not null && Holds(code, item))
                table.Fault("first_line_codes", $"'{code}' holds item_code itself.");
            else
                continue;
            return null;
        }
        return codes;
    }

    private static bool Holds(string code, string item) =>
        code.EndsWith('*') ? item.StartsWith(code[..^1], StringComparison.Ordinal) : code == item;
}
