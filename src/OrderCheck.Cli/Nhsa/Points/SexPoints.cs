using OrderCheck.Cli.Csv;

namespace OrderCheck.Cli.Nhsa.Points;

/// <summary>
/// 药品、医疗服务项目区分性别使用. The first publication gives the sex in a column; a later one is found by its name or by the
/// points it supersedes; what is new since then by the words of its indication.
/// </summary>
internal sealed class SexPoints : IPointReader
{
    public static readonly IReadOnlyList<string> Rules = ["药品区分性别使用", "医疗服务项目区分性别使用"];

    private const string Column = "limit_value";

    private static readonly string[] MaleWords = ["前列腺", "男性", "睾丸", "阴茎", "阳痿", "遗精", "精索"];
    private static readonly string[] FemaleWords = ["女性", "妇女", "孕妇", "产妇", "月经", "子宫", "卵巢", "妊娠", "产后", "阴道", "带下", "绝经"];

    private readonly ILookup<(string Rule, string Item), CsvRow> _published;
    private readonly IReadOnlyDictionary<string, KnowledgePoint> _points;

    public SexPoints(CsvTable structured, IReadOnlyDictionary<string, KnowledgePoint> points)
    {
        _points = points;
        _published = structured.Rows.ToLookup(row => (row["rule_name"], row["item_name"].Trim()));
    }

    public IReadOnlyList<string> RuleClasses => Rules;

    public PointReading Read(KnowledgePoint point)
    {
        if (point.Codes.Count == 0 && point.ItemName.StartsWith("说明", StringComparison.Ordinal))
            return new PointReading.Prose("an explanatory note without item codes: the sex rules pass over patients of another sex");
        var published = FindPublished(point);
        if (Contradiction.Of(published, Column) is { } contradiction)
            return new PointReading.Refused(contradiction);
        if (published is [var row, ..] && row[Column] is not ("男" or "女"))
            return new PointReading.Refused(Rejection.Of(row, Column, "男 or 女"));
        var sex = published is [var first, ..] ? first[Column] : FindInWords(point.ItemName + point.ConstraintText);
        return sex is null
            ? PointReading.Refuse(point, "constraint_text", "words that tell 男 from 女, or a row of structured_limits_b1_b8.csv for this rule and item")
            : new PointReading.Coded(KindSchema.Sex.Of(sex));
    }

    private IReadOnlyList<CsvRow> FindPublished(KnowledgePoint point)
    {
        IReadOnlyList<CsvRow> own = [.. _published[(point.RuleClass, point.ItemName)]];
        return own.Count > 0
            ? own
            : point.Supersedes
                .Select(id => _points.GetValueOrDefault(id))
                .Where(earlier => earlier is not null && earlier.PublishedAt < point.PublishedAt)
                .Select(earlier => FindPublished(earlier!))
                .FirstOrDefault(found => found.Count > 0, []);
    }

    private static string? FindInWords(string text)
    {
        var male = MaleWords.Any(word => text.Contains(word, StringComparison.Ordinal));
        var female = FemaleWords.Any(word => text.Contains(word, StringComparison.Ordinal));
        return male == female ? null : male ? "男" : "女";
    }
}
