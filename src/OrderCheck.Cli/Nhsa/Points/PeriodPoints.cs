using OrderCheck.Cli.Csv;

namespace OrderCheck.Cli.Nhsa.Points;

/// <summary>医疗服务项目周期超频次: so many in any N days. The numbers are published in a table of their own.</summary>
internal sealed class PeriodPoints(CsvTable periods) : IPointReader
{
    public const string Rule = "医疗服务项目周期超频次";

    private readonly ILookup<string, CsvRow> _limits = periods.Rows.ToLookup(row => row["item_code"]);

    public IReadOnlyList<string> RuleClasses { get; } = [Rule];

    public PointReading Read(KnowledgePoint point)
    {
        var limits = new List<CodedLimit>();
        foreach (var code in point.Codes)
        {
            if (_limits[code.Text].FirstOrDefault() is not { } row)
                return PointReading.Refuse(point, "item_name", $"an item that service_period_limits_b8.csv has under {code.Text}");
            if (Contradiction.Of(_limits[code.Text], "max_count", "period_days") is { } contradiction)
                return new PointReading.Refused(contradiction);
            if (!Counts.TryRead(row["max_count"], out var most))
                return new PointReading.Refused(Rejection.Of(row, "max_count", "a number above 0"));
            if (!Counts.TryRead(row["period_days"], out var days) || days.Contains('.', StringComparison.Ordinal))
                return new PointReading.Refused(Rejection.Of(row, "period_days", "a whole number of days"));
            limits.Add(KindSchema.Frequency.Of(most, "次", "N天", days) with
            {
                OnlyFor = code.Text,
                Sentence = $"{point.DetectLogic}：{days}天内不超过{most}次。{point.ConstraintText}",
            });
        }
        return new PointReading.Coded(limits);
    }
}
