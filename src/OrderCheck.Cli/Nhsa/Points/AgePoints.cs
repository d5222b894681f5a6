namespace OrderCheck.Cli.Nhsa.Points;

/// <summary>
/// 儿童专用, 限儿童使用, 限年龄. Ages in numbers are taken from the sentence. Without them a service names its age group
/// ("新生儿专用项目"), and a drug is for children as its rule says: an indication such as "用于婴儿腹泻" tells whom it usually
/// helps and sets no limit of its own.
/// </summary>
internal sealed class AgePoints(int childAge) : IPointReader
{
    private const string ServicesForChildren = "医疗服务项目儿童专用";
    private const string ServicesOfAnAge = "医疗服务项目限年龄";

    /// <summary>Longer names before those that they contain.</summary>
    private static readonly (string Word, string Group)[] Groups =
        [("新生儿", "新生儿"), ("婴幼儿", "婴幼儿"), ("婴儿", "婴儿"), ("儿童", "儿童"), ("小儿", "儿童"), ("法定就业年龄", "就业年龄"), ("老年", "老年")];

    private readonly AgeWording _wording = new(childAge);

    public IReadOnlyList<string> RuleClasses { get; } = ["药品儿童专用", "药品限儿童使用", ServicesForChildren, ServicesOfAnAge];

    public PointReading Read(KnowledgePoint point)
    {
        if (_wording.Find(point.ConstraintText) is { } ages)
            return new PointReading.Coded(KindSchema.Age.Of(ages));
        if (point.RuleClass is not (ServicesForChildren or ServicesOfAnAge))
            return new PointReading.Coded(KindSchema.Age.Of("儿童", "", "", ""));
        var group = Groups.FirstOrDefault(group => point.ConstraintText.Contains(group.Word, StringComparison.Ordinal)).Group;
        return group is null
            ? PointReading.Refuse(point, "constraint_text", $"an age in numbers or one of {string.Join('、', Groups.Select(known => known.Word))}")
            : new PointReading.Coded(KindSchema.Age.Of(group, "", "", ""));
    }
}
