using OrderCheck.Core.Settlement;
using OrderCheck.Core.Tables;

namespace OrderCheck.Core.Knowledge.Reading;

/// <summary>Reads what settlement lists and their detail must have and fit.</summary>
internal static class SettlementRowReader
{
    private const decimal MostTolerance = 10_000m;
    private const int MoneyDecimals = 6;
    private const int MostHours = 8_760;

    public static CsvColumn[] FieldColumns { get; } = [CsvColumn.Must("fields"), CsvColumn.Must("when"), CsvColumn.Must("part")];

    public static CsvColumn[] CheckColumns { get; } = [CsvColumn.Must("check"), CsvColumn.May("tolerance")];

    public static CsvColumn[] UploadColumns { get; } = [CsvColumn.Must("hours"), CsvColumn.Must("measured_by")];

    public static SettlementField? Field(CsvTable table)
    {
        var (when, part) = (table.RequiredWord("when", [.. SettlementField.Cases, SettlementField.OfEachLine]), table.Required("part"));
        var fields = table.Required("fields") is null ? null
            : table.Words("fields", when == SettlementField.OfEachLine ? SettlementField.OfLines : SettlementFields.Names);
        return when is not null && part is not null && fields is not null ? new SettlementField { Fields = fields, When = when, Part = part } : null;
    }

    public static SettlementCheck? Check(CsvTable table)
    {
        var (check, tolerance) = (table.RequiredWord("check", SettlementCheck.Checks), table.Number("tolerance", 0, MostTolerance, MoneyDecimals));
        if (check is not null && table.Text("tolerance") is not null && !SettlementCheck.OfMoney.Contains(check))
            table.Fault("tolerance", $"only amounts may differ by so much: {string.Join(", ", SettlementCheck.OfMoney)}.");
        else if (check is not null)
            return new SettlementCheck { Check = check, Tolerance = tolerance ?? 0 };
        return null;
    }

    public static UploadLimit? Upload(CsvTable table)
    {
        var (hours, by) = (table.Whole("hours", 1, MostHours), table.RequiredWord("measured_by", [UploadLimit.ByUpload, UploadLimit.ByRecord, UploadLimit.ByList]));
        return table.Required("hours") is not null && hours is { } most && by is not null ? new UploadLimit { Hours = most, MeasuredBy = by } : null;
    }
}
