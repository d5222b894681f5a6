using System.Globalization;
using OrderCheck.Core.Tables;

namespace OrderCheck.Core.Knowledge.Reading;

/// <summary>Reads limits by diagnosis.</summary>
internal static class DiagnosisLimitReader
{
    private static readonly string[] Positions = ["主要诊断", "任一诊断"];
    private static readonly string[] Certainties = ["确诊", "含疑似"];

    public static CsvColumn[] Columns { get; } =
    [
        CsvColumn.Must("diagnoses"), CsvColumn.May("icd_codes"), CsvColumn.May("tcm_codes"), CsvColumn.May("position"), CsvColumn.May("certainty"),
        CsvColumn.May("coded_by"), CsvColumn.May("coded_on"), CsvColumn.May("confirmed_by"),
    ];

    public static DiagnosisLimit? Read(CsvTable table)
    {
        var (diagnoses, icd, tcm) = (table.Required("diagnoses"), Ranges(table, "icd_codes"), TcmRanges(table));
        var (position, certainty) = (table.Word("position", Positions), table.Word("certainty", Certainties));
        var codedOn = table.Date("coded_on");
        if (table.NoneOf("icd_codes", "tcm_codes"))
            table.Fault("icd_codes", "the row must give icd_codes or tcm_codes.");
        if (table.NoneOf("coded_by") != table.NoneOf("coded_on"))
            table.Fault("coded_by", "who mapped the diagnoses to codes and on what day, coded_by and coded_on, are given together.");
        else if (table.NoneOf("coded_by") && !table.NoneOf("confirmed_by"))
            table.Fault("confirmed_by", "only a mapping that somebody made (coded_by) can be confirmed.");
        if (diagnoses is null || (icd is null && tcm is null))
            return null;
        return new DiagnosisLimit
        {
            Diagnoses = diagnoses,
            Icd = icd,
            Tcm = tcm,
            Position = position ?? Positions[1],
            Certainty = certainty ?? Certainties[0],
            CodedBy = table.Text("coded_by"),
            CodedOn = codedOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ConfirmedBy = table.Text("confirmed_by"),
        };
    }

    /// <summary>Null where the field is empty or wrong, which was reported.</summary>
    public static CodeRanges? Ranges(CsvTable table, string column)
    {
        if (table.Text(column) is not { } text)
            return null;
        if (!CodeRanges.TryParse(text, out var ranges, out var fault))
            table.Fault(column, fault);
        return ranges;
    }

    /// <summary>TCM diagnoses count for Chinese medicines and TCM services; a western drug is not given for them.</summary>
    public static CodeRanges? TcmRanges(CsvTable table)
    {
        if (table.Text("tcm_codes") is not null && table.Text("item_code") is ['X' or 'C', ..])
            table.Fault("tcm_codes", "TCM diagnoses count for Chinese medicines, pieces and services, not for western drugs or consumables.");
        return Ranges(table, "tcm_codes");
    }
}
