using OrderCheck.Cli.Csv;

namespace OrderCheck.Cli.Nhsa.Points;

/// <summary>
/// 医疗服务项目重复收费: the main item includes the other. Direction, names and window are published in a table of their own;
/// the row is applied whichever of the two comes second.
/// </summary>
internal sealed class PairPoints(CsvTable pairs) : IPointReader
{
    public const string Rule = "医疗服务项目重复收费";

    private static readonly string[] Windows = ["单日", "单次就诊", "6小时", "同一小时"];
    private readonly ILookup<(string, string), CsvRow> _pairs = pairs.Rows.ToLookup(row => (row["main_code"], row["other_code"]));

    public IReadOnlyList<string> RuleClasses { get; } = [Rule];

    public PointReading Read(KnowledgePoint point)
    {
        var rows = RowsOf(point);
        if (rows is not [var row, ..])
            return PointReading.Refuse(point, "item_name", "two items that repeat_charge_pairs_b7.csv has as a pair");
        if (Contradiction.Of(rows, "main_code", "window") is { } contradiction)
            return new PointReading.Refused(contradiction);
        if (!Windows.Contains(row["window"]))
            return new PointReading.Refused(Rejection.Of(row, "window", string.Join(", ", Windows)));
        return new PointReading.Coded(KindSchema.Pair.Of(row["other_code"], row["other_name"], row["window"]) with
        {
            OnlyFor = row["main_code"],
            ItemNames = new Dictionary<string, string> { [row["main_code"]] = row["main_name"], [row["other_code"]] = row["other_name"] },
            Sentence = $"{row["main_name"]}{row["note"]}。{row["window"]}不得与{row["other_name"]}同时收费。",
        });
    }

    private CsvRow[] RowsOf(KnowledgePoint point) => point.Codes.Count != 2
        ? []
        : [.. _pairs[(point.Codes[0].Text, point.Codes[1].Text)], .. _pairs[(point.Codes[1].Text, point.Codes[0].Text)]];
}
