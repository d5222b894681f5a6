namespace OrderCheck.Cli.Nhsa.Points;

/// <summary>
/// 药品限医疗机构级别. "三级医院或二级及以上眼科专科医院" has two lowest levels: 3, and 2 for a specialist facility.
/// </summary>
internal sealed class FacilityPoints : IPointReader
{
    private static readonly string[] Levels = ["一级", "二级", "三级"];

    public IReadOnlyList<string> RuleClasses { get; } = ["药品限医疗机构级别"];

    public PointReading Read(KnowledgePoint point)
    {
        var named = Enumerable.Range(1, 3).Where(level => point.ConstraintText.Contains(Levels[level - 1], StringComparison.Ordinal)).ToList();
        if (named.Count == 0)
            return PointReading.Refuse(point, "constraint_text", "a sentence that names 一级, 二级 or 三级");
        var specialist = named.Count > 1 && point.ConstraintText.Contains("专科医院", StringComparison.Ordinal);
        var lowest = specialist ? named[^1] : named[0];
        return new PointReading.Coded(KindSchema.Facility.Of($"{lowest}", "", "", specialist ? $"{named[0]}" : ""));
    }
}
