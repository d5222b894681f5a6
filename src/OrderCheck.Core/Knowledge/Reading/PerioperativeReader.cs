using OrderCheck.Core.Tables;

namespace OrderCheck.Core.Knowledge.Reading;

/// <summary>Reads how antibacterials may be used around operations.</summary>
internal static class PerioperativeReader
{
    private const int MostMinutes = 1_440;
    private const int MostHours = 168;

    private static readonly string[] Incisions = ["Ⅰ", "Ⅱ", "Ⅲ"];

    public static CsvColumn[] Columns { get; } =
    [
        CsvColumn.Must("procedures"), CsvColumn.Must("operation"), CsvColumn.Must("incision"), CsvColumn.Must("usable"),
        CsvColumn.May("most_minutes_before"), CsvColumn.May("most_hours_after"), CsvColumn.May("least_minutes_before"), CsvColumn.Must("infections"),
    ];

    public static PerioperativeAntibiotic? Read(CsvTable table)
    {
        var (procedures, operation, infections) = (CodingFields.RequiredList(table, "procedures", CodeForm.Procedure), table.Required("operation"), CodingFields.RequiredList(table, "infections", CodeForm.DiagnosisOrChapter));
        var (incision, usable) = (table.RequiredWord("incision", Incisions), table.RequiredWord("usable", ["是", "否"]));
        var (before, after) = (table.Whole("most_minutes_before", 1, MostMinutes), table.Whole("most_hours_after", 1, MostHours));
        var least = table.Whole("least_minutes_before", 1, MostMinutes);
        if (usable == "是" && table.NoneOf("most_minutes_before", "most_hours_after"))
            table.Fault("most_minutes_before", "a row of a usable drug must give most_minutes_before or most_hours_after.");
        else if (least >= before)
            table.Fault("least_minutes_before", $"{least} is not less than most_minutes_before, {before}.");
        else if (procedures is not null && operation is not null && infections is not null && incision is not null && usable is not null)
        {
            return new PerioperativeAntibiotic
            {
                Procedures = procedures,
                Operation = operation,
                Incision = incision,
                Usable = usable == "是",
                MostMinutesBefore = before,
                LeastMinutesBefore = least,
                MostHoursAfter = after,
                Infections = infections,
            };
        }
        return null;
    }
}
