using System.Globalization;

namespace OrderCheck.Cli.Nhsa;

/// <summary>One row of a knowledge file, made of a point and one of its codes.</summary>
internal sealed record KnowledgeLine(KnowledgePoint Point, CodedLimit Limit, string ItemCode, string ItemName, DateOnly From, DateOnly? To)
{
    private const string Mapped = "；诊断编码由对照表（catalogue/disease_terms.csv）对应";

    /// <summary>What must not hold twice on a day: the same limit of the same rule for the same item. A text is what it says.</summary>
    public string Sameness =>
        string.Join('\n', [Limit.Kind.Name, Point.RuleClass, ItemCode, Limit.Sentence ?? (Limit.Kind == KindSchema.Text ? Point.ConstraintText : ""), .. Limit.Values]);

    /// <summary>What a later publication takes over as a whole: an item under a rule; of a pair with that other item, of an incision group in that group.</summary>
    public string Subject => string.Join('\n', [Point.RuleClass, ItemCode, .. Limit.Kind == KindSchema.Pair || Limit.Kind == KindSchema.Incision ? Limit.Values.Take(1) : []]);

    public IEnumerable<string> Fields =>
    [
        ItemCode,
        ItemName,
        .. Limit.Values,
        Text(From),
        To is { } to ? Text(to) : "",
        Point.RuleCode,
        Point.Document is null ? Point.RuleClass : "",
        Limit.Sentence ?? Point.ConstraintText,
        Point.Batch,
        Point.Id,
        Origin.Of(Point) + (Limit.Kind == KindSchema.Diagnosis ? Mapped : ""),
    ];

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
