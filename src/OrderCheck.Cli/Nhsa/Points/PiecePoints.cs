namespace OrderCheck.Cli.Nhsa.Points;

/// <summary>中药饮片单复方均不予支付 and 单方使用不予支付: the rule's name is the limit.</summary>
internal sealed class PiecePoints : IPointReader
{
    private const string Never = "中药饮片单复方均不予支付";

    public IReadOnlyList<string> RuleClasses { get; } = [Never, "中药饮片单方使用不予支付"];

    public PointReading Read(KnowledgePoint point) =>
        new PointReading.Coded(KindSchema.NotPayable.Of(point.RuleClass == Never ? "单复方" : "单方"));
}
