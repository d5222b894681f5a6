using OrderCheck.Cli.Csv;

namespace OrderCheck.Cli.Nhsa.Points;

/// <summary>
/// 医疗服务项目限定频次: so many a calendar day, or hours in any 24. The quantity is published in a table of its own.
/// </summary>
internal sealed class FrequencyPoints(CsvTable frequencies) : IPointReader
{
    public const string Rule = "医疗服务项目限定频次";

    private readonly ILookup<string, CsvRow> _limits = frequencies.Rows.ToLookup(row => row["item_code"]);

    public IReadOnlyList<string> RuleClasses { get; } = [Rule];

    public PointReading Read(KnowledgePoint point)
    {
        var limits = new List<CodedLimit>();
        foreach (var code in point.Codes)
        {
            if (_limits[code.Text].FirstOrDefault() is not { } row)
                return PointReading.Refuse(point, "item_name", $"an item that service_frequency_limits_b8.csv has under {code.Text}");
            if (Contradiction.Of(_limits[code.Text], "limit_qty", "limit_unit") is { } contradiction)
                return new PointReading.Refused(contradiction);
            if (!Counts.TryRead(row["limit_qty"], out var quantity))
                return new PointReading.Refused(Rejection.Of(row, "limit_qty", "a number above 0"));
            if (Window(row["limit_unit"]) is not { } window)
                return new PointReading.Refused(Rejection.Of(row, "limit_unit", "日, 天, 次 or 小时"));
            limits.Add(KindSchema.Frequency.Of(quantity, row["limit_unit"] == "天" ? "日" : row["limit_unit"], window, "") with
            {
                OnlyFor = code.Text,
                Sentence = $"{point.DetectLogic}：{(window == "单日" ? "每日" : "24小时内")}不超过{quantity}{row["limit_unit"]}",
            });
        }
        return new PointReading.Coded(limits);
    }

    /// <summary>A thing billed by the hour may be in use for 24 hours in any 24, across midnight.</summary>
    private static string? Window(string unit) => unit switch
    {
        "日" or "天" or "次" => "单日",
        "小时" => "24小时",
        _ => null,
    };
}
