namespace OrderCheck.Cli.Nhsa.Points;

/// <summary>
/// 药品、医疗服务项目限支付疗程. What is counted, days with use or the span since the first use, is what NHSA's detection
/// wording says. Counted within the stay.
/// </summary>
internal sealed class CoursePoints : IPointReader
{
    private const string DistinctDays = "日期总计超过";
    private const string Span = "连续时间跨度超过";

    public IReadOnlyList<string> RuleClasses { get; } = ["药品限支付疗程", "医疗服务项目限支付疗程"];

    public PointReading Read(KnowledgePoint point)
    {
        if (CourseWording.FindLongest(point.ConstraintText) is not { } longest)
            return PointReading.Refuse(point, "constraint_text", "a sentence that says 不超过 or 最多支付 so many 天, 个月 or 年");
        var distinct = point.DetectLogic.Contains(DistinctDays, StringComparison.Ordinal);
        if (!distinct && !point.DetectLogic.Contains(Span, StringComparison.Ordinal))
            return PointReading.Refuse(point, "detect_logic", $"…{DistinctDays}… or …{Span}…");

        var course = KindSchema.Course.Of(
            distinct ? $"{longest}" : "",
            distinct ? "" : $"{longest}",
            $"{CourseWording.FindInterval(point.ConstraintText)}",
            "单次住院",
            "");
        return CourseWording.FindTimesAWeek(point.ConstraintText) is { } times
            ? new PointReading.Coded(course, KindSchema.Frequency.Of($"{times}", "次", "周", ""))
            : new PointReading.Coded(course);
    }
}
