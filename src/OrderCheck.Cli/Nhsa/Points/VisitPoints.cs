namespace OrderCheck.Cli.Nhsa.Points;

/// <summary>药品限就医方式: 住院, or 急诊或住院.</summary>
internal sealed class VisitPoints : IPointReader
{
    private static readonly string[] Modes = ["住院", "急诊", "门诊"];

    public IReadOnlyList<string> RuleClasses { get; } = ["药品限就医方式"];

    public PointReading Read(KnowledgePoint point)
    {
        var allowed = Modes.Where(mode => point.ConstraintText.Contains(mode, StringComparison.Ordinal)).ToList();
        return allowed.Count == 0
            ? PointReading.Refuse(point, "constraint_text", $"a sentence that names {string.Join('、', Modes)}")
            : new PointReading.Coded(KindSchema.Visit.Of(string.Join('|', allowed), ""));
    }
}
