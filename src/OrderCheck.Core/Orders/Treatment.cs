namespace OrderCheck.Core.Orders;

/// <summary>
/// What orders and charges of radiotherapy, rehabilitation and acupuncture tell beside the item. All others tell nothing of it:
/// one reference serves them instead of every field.
/// </summary>
internal sealed record Treatment
{
    private static readonly Treatment Nothing = new();

    public string? Sites { get; init; }
    public string? Points { get; init; }
    public int? CountPerExecution { get; init; }
    public int? Course { get; init; }
    public int? CourseExecutions { get; init; }

    public static Treatment? WithSites(Treatment? treatment, string? sites) =>
        treatment is null && sites is null ? null : Kept((treatment ?? Nothing) with { Sites = sites });

    public static Treatment? WithPoints(Treatment? treatment, string? points) =>
        treatment is null && points is null ? null : Kept((treatment ?? Nothing) with { Points = points });

    public static Treatment? WithCount(Treatment? treatment, int? count) =>
        treatment is null && count is null ? null : Kept((treatment ?? Nothing) with { CountPerExecution = count });

    public static Treatment? WithCourse(Treatment? treatment, int? course) =>
        treatment is null && course is null ? null : Kept((treatment ?? Nothing) with { Course = course });

    public static Treatment? WithExecutions(Treatment? treatment, int? executions) =>
        treatment is null && executions is null ? null : Kept((treatment ?? Nothing) with { CourseExecutions = executions });

    /// <summary>Null where nothing is told, so that equal orders are equal.</summary>
    private static Treatment? Kept(Treatment treatment) => treatment == Nothing ? null : treatment;
}
