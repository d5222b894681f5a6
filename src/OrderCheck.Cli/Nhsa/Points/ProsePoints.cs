namespace OrderCheck.Cli.Nhsa.Points;

/// <summary>Rules whose limits are kept as the official sentence: the doctor is reminded of it, and it counts as undetermined.</summary>
internal sealed class ProsePoints : IPointReader
{
    private const string Discount = "手术项目未按规定折价收费";

    private static readonly Dictionary<string, string> Reasons = new()
    {
        [Discount] = "which operations share an incision is not in the point",
        ["药品限二线使用"] = "the sentence names no first line",
        ["药品限适应症"] = "the indication is prose, not diagnosis codes",
    };

    public IReadOnlyList<string> RuleClasses { get; } = [.. Reasons.Keys];

    public PointReading Read(KnowledgePoint point) => new PointReading.Prose(Reasons[point.RuleClass]);

    /// <summary>The sentence for people: a bare group name becomes one with what NHSA detects.</summary>
    public static string SentenceOf(KnowledgePoint point) =>
        point.RuleClass == Discount ? $"{point.DetectLogic}（{point.ConstraintText}）" : point.ConstraintText;
}
