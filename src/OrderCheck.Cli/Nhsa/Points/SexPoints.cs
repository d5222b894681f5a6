using OrderCheck.Cli.Csv;

namespace OrderCheck.Cli.Nhsa.Points;

/// <summary>
/// 药品、医疗服务项目区分性别使用. The first publication gives the sex in a column; a later one is found by its name or by the
/// points it supersedes; what is new since then by the words of its indication.
/// </summary>
internal sealed class SexPoints : IPointReader
{
    private static readonly string[] MaleWords = ["前列腺", "男性", "睾丸", "阴茎", "阳痿", "遗精", "精索"];
    private static readonly string[] FemaleWords = ["女性", "妇女", "孕妇", "产妇", "月经", "子宫", "卵巢", "妊娠", "产后", "阴道", "带下", "绝经"];

    private readonly Dictionary<(string Rule, string Item), string> _published = [];
    private readonly IReadOnlyDictionary<string, KnowledgePoint> _points;

    public SexPoints(CsvTable structured, IReadOnlyDictionary<string, KnowledgePoint> points)
    {
        _points = points;
        foreach (var row in structured.Rows.Where(row => row["limit_value"] is "男" or "女"))
            _published[(row["rule_name"], row["item_name"])] = row["limit_value"];
    }

    public IReadOnlyList<string> RuleClasses { get; } = ["药品区分性别使用", "医疗服务项目区分性别使用"];

    public PointReading Read(KnowledgePoint point)
    {
        if (point.Codes.Count == 0 && point.ItemName.StartsWith("说明", StringComparison.Ordinal))
            return new PointReading.Prose("an explanatory note without item codes: the sex rules pass over patients of another sex");
        var sex = FindPublished(point) ?? FindInWords(point.ItemName + point.ConstraintText);
        return sex is null
            ? PointReading.Refuse(point, "constraint_text", "words that tell 男 from 女, or a row of structured_limits_b1_b8.csv for this rule and item")
            : new PointReading.Coded(KindSchema.Sex.Of(sex));
    }

    private string? FindPublished(KnowledgePoint point)
    {
        if (_published.TryGetValue((point.RuleClass, point.ItemName), out var sex))
            return sex;
        return point.Supersedes
            .Select(id => _points.GetValueOrDefault(id))
            .Where(earlier => earlier is not null && earlier.PublishedAt < point.PublishedAt)
            .Select(earlier => FindPublished(earlier!))
            .FirstOrDefault(found => found is not null);
    }

    private static string? FindInWords(string text)
    {
        var male = MaleWords.Any(word => text.Contains(word, StringComparison.Ordinal));
        var female = FemaleWords.Any(word => text.Contains(word, StringComparison.Ordinal));
        return male == female ? null : male ? "男" : "女";
    }
}
