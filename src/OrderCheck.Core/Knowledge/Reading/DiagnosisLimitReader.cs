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
        .. CodingFields.Columns,
    ];

    public static DiagnosisLimit? Read(CsvTable table)
    {
        var (diagnoses, icd, tcm) = (table.Required("diagnoses"), CodingFields.Ranges(table, "icd_codes"), CodingFields.TcmRanges(table));
        var (position, certainty) = (table.Word("position", Positions), table.Word("certainty", Certainties));
        if (table.NoneOf("icd_codes", "tcm_codes"))
            table.Fault("icd_codes", "the row must give icd_codes or tcm_codes.");
        if (diagnoses is null || (icd is null && tcm is null))
            return null;
        return CodingFields.With(table, new DiagnosisLimit
        {
            Diagnoses = diagnoses,
            Icd = icd,
            Tcm = tcm,
            Position = position ?? Positions[1],
            Certainty = certainty ?? Certainties[0],
        });
    }
}
