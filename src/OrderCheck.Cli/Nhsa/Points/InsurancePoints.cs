namespace OrderCheck.Cli.Nhsa.Points;

/// <summary>药品限工伤保险, 药品限生育保险: the rule's name is the limit.</summary>
internal sealed class InsurancePoints : IPointReader
{
    private const string WorkInjury = "药品限工伤保险";

    public IReadOnlyList<string> RuleClasses { get; } = [WorkInjury, "药品限生育保险"];

    public PointReading Read(KnowledgePoint point) =>
        new PointReading.Coded(KindSchema.Insurance.Of(point.RuleClass == WorkInjury ? "工伤" : "生育"));
}
