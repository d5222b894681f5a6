using System.Globalization;
using OrderCheck.Core.Tables;

namespace OrderCheck.Core.Knowledge.Reading;

/// <summary>Codes of diagnoses and items in a row, and who mapped the source's words to them.</summary>
internal static class CodingFields
{
    public static CsvColumn[] Columns { get; } = [CsvColumn.May("coded_by"), CsvColumn.May("coded_on"), CsvColumn.May("confirmed_by")];

    /// <summary>The row with who coded and who confirmed it.</summary>
    public static TRow With<TRow>(CsvTable table, TRow row)
        where TRow : CodedRow
    {
        row.CodedBy = table.Text("coded_by");
        row.CodedOn = table.Date("coded_on")?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        row.ConfirmedBy = table.Text("confirmed_by");
        if (table.NoneOf("coded_by") != table.NoneOf("coded_on"))
            table.Fault("coded_by", "who mapped the words to codes and on what day, coded_by and coded_on, are given together.");
        else if (row.CodedBy is null && row.ConfirmedBy is not null)
            table.Fault("confirmed_by", "only a mapping that somebody made (coded_by) can be confirmed.");
        return row;
    }

    /// <summary>Null where the field is empty or wrong, which was reported.</summary>
    public static CodeRanges? Ranges(CsvTable table, string column) => Ranges(table, column, CodeForm.Diagnosis);

    /// <summary>A list as rule text hands it to the facts of coding; null as <see cref="Ranges(CsvTable, string)"/>.</summary>
    public static string? List(CsvTable table, string column, CodeForm form) => Ranges(table, column, form) is null ? null : table.Text(column);

    /// <summary>The same; that it is empty is reported, too.</summary>
    public static string? RequiredList(CsvTable table, string column, CodeForm form) => table.Required(column) is null ? null : List(table, column, form);

    /// <summary>TCM diagnoses count for Chinese medicines and TCM services; a western drug is not given for them.</summary>
    public static CodeRanges? TcmRanges(CsvTable table)
    {
        if (table.Text("tcm_codes") is not null && table.Text("item_code") is ['X' or 'C', ..])
            table.Fault("tcm_codes", "TCM diagnoses count for Chinese medicines, pieces and services, not for western drugs or consumables.");
        return Ranges(table, "tcm_codes");
    }

    /// <summary>The same of codes of another form.</summary>
    public static CodeRanges? Ranges(CsvTable table, string column, CodeForm form)
    {
        if (table.Text(column) is not { } text)
            return null;
        if (!CodeRanges.TryParse(text, form, out var ranges, out var fault))
            table.Fault(column, fault);
        return ranges;
    }
}
