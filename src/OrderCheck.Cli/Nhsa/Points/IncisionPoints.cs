namespace OrderCheck.Cli.Nhsa.Points;

/// <summary>
/// 手术项目未按规定折价收费: the text is the name of the incision group. At which share of the price the second operation is
/// charged is each region's own, and stays the parameter's.
/// </summary>
internal sealed class IncisionPoints : IPointReader
{
    private const string GroupEnd = "手术组";

    public IReadOnlyList<string> RuleClasses { get; } = ["手术项目未按规定折价收费"];

    public PointReading Read(KnowledgePoint point) => point.ConstraintText.EndsWith(GroupEnd, StringComparison.Ordinal)
        ? new PointReading.Coded(KindSchema.Incision.Of(point.ConstraintText, "") with { Sentence = $"{point.DetectLogic}（{point.ConstraintText}）" })
        : PointReading.Refuse(point, "constraint_text", $"the name of an incision group, which ends with {GroupEnd}");
}
