namespace OrderCheck.Cli.Nhsa.Points;

/// <summary>Rules whose limits are kept as the official sentence: the doctor is reminded of it, and it counts as undetermined.</summary>
internal sealed class ProsePoints : IPointReader
{
    private static readonly Dictionary<string, string> Reasons = new()
    {
        ["药品限二线使用"] = "the sentence names no first line",
    };

    public IReadOnlyList<string> RuleClasses { get; } = [.. Reasons.Keys];

    public PointReading Read(KnowledgePoint point) => new PointReading.Prose(Reasons[point.RuleClass]);
}
