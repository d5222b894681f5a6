using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;

namespace OrderCheck.Cli.Nhsa;

/// <summary>
/// Writes cases of published rows: for each family that has one in force, the first such row must speak, must let pass, and must
/// hold on its boundary. They show that what was imported works, where the rules' own cases show that the rules do.
/// </summary>
internal sealed class PublishedCases
{
    public const string File = "cases/published.json";

    private const string Catches = "提示";
    private const string Passes = "放行";
    private const string Boundary = "边界";

    private static readonly JsonSerializerOptions Readable = new()
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        WriteIndented = true,
        NewLine = "\n",
    };

    private readonly Dictionary<KindSchema, KnowledgeLine[]> _lines;
    private readonly int _childAge;

    private PublishedCases(IReadOnlyList<KnowledgeLine> lines, int childAge)
    {
        // An item with one row of a kind: what is found then is this row's.
        _lines = lines.GroupBy(line => line.Limit.Kind).ToDictionary(
            kind => kind.Key,
            kind => kind.GroupBy(line => line.ItemCode).Where(rows => rows.Count() == 1).Select(rows => rows.Single()).Where(line => line.To is null)
                .OrderBy(line => line.ItemCode, StringComparer.Ordinal).ToArray());
        _childAge = childAge;
    }

    /// <returns>Null where no row makes a case.</returns>
    public static string? Write(IReadOnlyList<KnowledgeLine> lines, int childAge)
    {
        var cases = new PublishedCases(lines, childAge);
        JsonNode?[] written =
        [
            .. cases.Sex(), .. cases.Age(), .. cases.Insurance(), .. cases.Facility(), .. cases.Visit(), .. cases.OnADay(), .. cases.InAPeriod(), .. cases.Course(),
            .. cases.Pair(),
        ];
        return written.Length == 0
            ? null
            : new JsonObject { ["说明"] = "取自本次导入的知识点，每类规则一条", ["病例"] = new JsonArray(written) }.ToJsonString(Readable) + "\n";
    }

    private IEnumerable<JsonObject> Sex()
    {
        if (First(KindSchema.Sex, values => values[0] is "男" or "女") is not { } line)
            yield break;
        var (rule, own) = ("item-for-the-other-sex", line.Limit.Values[0]);
        yield return Case(line, rule, Catches, $"限{own}性，患者为另一性别", Patient(line, sex: own == "男" ? "女" : "男"), Charged(line));
        yield return Case(line, rule, Passes, $"限{own}性，患者相符", Patient(line, sex: own), Charged(line));
        yield return Case(line, rule, Boundary, $"限{own}性，性别不定者不适用", Patient(line, sex: "性别不定"), Charged(line));
    }

    private IEnumerable<JsonObject> Age()
    {
        if (First(KindSchema.Age, values => values[0] == "儿童") is not { } line)
            yield break;
        const string Rule = "item-outside-age";
        yield return Case(line, Rule, Catches, "限儿童，患者45岁", Patient(line, age: "45岁"), Charged(line));
        yield return Case(line, Rule, Passes, "限儿童，患者5岁", Patient(line, age: "5岁"), Charged(line));
        yield return Case(line, Rule, Boundary, $"限儿童，患者{_childAge - 1}岁，未满{_childAge}周岁", Patient(line, age: $"{_childAge - 1}岁"), Charged(line));
    }

    private IEnumerable<JsonObject> Insurance()
    {
        if (First(KindSchema.Insurance, values => values[0] is "工伤" or "生育") is not { } line)
            yield break;
        var (rule, own) = ("insurance-does-not-pay", line.Limit.Values[0]);
        yield return Case(line, rule, Catches, $"限{own}保险，患者为职工医保", Patient(line), Charged(line));
        yield return Case(line, rule, Passes, $"限{own}保险，患者相符", Patient(line, insurance: own), Charged(line));
        yield return Case(line, rule, Boundary, $"限{own}保险，险种未知不能判断", Patient(line, insurance: null), Charged(line), missing: "visit.Insurance");
    }

    private IEnumerable<JsonObject> Facility()
    {
        if (First(KindSchema.Facility, values => values is ["2", "", "", ""]) is not { } line)
            yield break;
        const string Rule = "facility-of-another-level";
        yield return At("一级", Case(line, Rule, Catches, "限二级及以上，在一级医院", Patient(line), Charged(line)));
        yield return At("三级", Case(line, Rule, Passes, "限二级及以上，在三级医院", Patient(line), Charged(line)));
        yield return At("二级", Case(line, Rule, Boundary, "限二级及以上，正好二级", Patient(line), Charged(line)));

        static JsonObject At(string level, JsonObject written)
        {
            written["医院"] = new JsonObject { ["级别"] = level, ["类型"] = "综合" };
            return written;
        }
    }

    private IEnumerable<JsonObject> Visit()
    {
        if (First(KindSchema.Visit, values => values is ["住院", ""]) is not { } line)
            yield break;
        const string Rule = "visit-of-another-kind";
        yield return Case(line, Rule, Catches, "限住院，患者在普通门诊", Patient(line, visit: "普通门诊"), Charged(line));
        yield return Case(line, Rule, Passes, "限住院，患者住院", Patient(line), Charged(line));
        yield return Case(line, Rule, Boundary, "限住院，就医方式未知不能判断", Patient(line, visit: null), Charged(line), missing: "visit.Mode");
    }

    private IEnumerable<JsonObject> OnADay()
    {
        if (First(KindSchema.Frequency, values => values is [_, _, "单日", ""]) is not { } line)
            yield break;
        var (rule, most) = ("more-than-allowed-on-a-day", Number(line.Limit.Values[0]));
        yield return Case(line, rule, Catches, $"每日最多{most}，收{most + 1}", Patient(line), Charged(line, most + 1));
        yield return Case(line, rule, Passes, $"每日最多{most}，收{most}", Patient(line), Charged(line, most));
        yield return Case(
            line, rule, Boundary, $"前一天23:59已收{most}，次日00:00再收{most}", Patient(line), Charged(line, most, "第2天 00:00"), Earlier("第1天 23:59", Charge(line, most)));
    }

    private IEnumerable<JsonObject> InAPeriod()
    {
        if (First(KindSchema.Frequency, values => values is [_, _, "N天", not ""]) is not { } line)
            yield break;
        var (rule, most, days) = ("more-than-allowed-in-a-period", Number(line.Limit.Values[0]), Number(line.Limit.Values[3]));
        yield return Case(line, rule, Catches, $"{days}天最多{most}，第{days}天超过", Patient(line), Charged(line, 1, $"第{days}天"), Earlier("第1天", Charge(line, most)));
        yield return Case(line, rule, Passes, $"{days}天最多{most}，收{most}", Patient(line), Charged(line, most));
        yield return Case(line, rule, Boundary, $"第{days + 1}天时第1天已在{days}天之外", Patient(line), Charged(line, most, $"第{days + 1}天"), Earlier("第1天", Charge(line, most)));
    }

    private IEnumerable<JsonObject> Course()
    {
        if (First(KindSchema.Course, values => values is [not "", "", "", "单次住院", ""] && Number(values[0]) is > 1 and <= 30) is not { } line)
            yield break;
        var (rule, most) = ("course-days-in-a-stay", Number(line.Limit.Values[0]));
        yield return Case(line, rule, Catches, $"限{most}天，第{most + 1}天使用", Patient(line), Charged(line, 1, $"第{most + 1}天"), Daily(most));
        yield return Case(line, rule, Passes, $"限{most}天，第1天使用", Patient(line), Charged(line));
        yield return Case(line, rule, Boundary, $"限{most}天，正好第{most}天", Patient(line), Charged(line, 1, $"第{most}天"), Daily(most - 1));

        JsonArray Daily(int days) => [.. Enumerable.Range(1, days).Select(day => new JsonObject { ["时间"] = $"第{day}天", ["收费"] = new JsonArray(Charge(line)) })];
    }

    private IEnumerable<JsonObject> Pair()
    {
        if (First(KindSchema.Pair, values => values[2] == "单日" && !values[0].Contains('*', StringComparison.Ordinal) && values[0].All(char.IsAsciiLetterOrDigit)) is not { } line)
            yield break;
        const string Rule = "charged-together";
        var other = new JsonObject { ["项目"] = line.Limit.Values[0], ["单价"] = "10" };
        var name = line.Limit.Values[1];
        yield return Case(line, Rule, Catches, $"同一天已收{name}", Patient(line), Charged(line, 1, "第2天 16:00"), Earlier("第2天 08:00", other.DeepClone()));
        yield return Case(line, Rule, Passes, $"没有收{name}", Patient(line), Charged(line));
        yield return Case(line, Rule, Boundary, $"{name}在前一天23:59", Patient(line), Charged(line, 1, "第2天 00:00"), Earlier("第1天 23:59", other));
    }

    private KnowledgeLine? First(KindSchema kind, Func<IReadOnlyList<string>, bool> fits) =>
        _lines.GetValueOrDefault(kind)?.FirstOrDefault(line => fits(line.Limit.Values));

    private static JsonObject Case(
        KnowledgeLine line, string rule, string kind, string name, JsonObject patient, JsonObject now, JsonArray? before = null, string? missing = null)
    {
        var written = new JsonObject { ["病例"] = $"{line.ItemName}：{name}", ["规则"] = new JsonObject { [rule] = kind }, ["患者"] = patient };
        if (before is not null)
            written["此前"] = before;
        written["现在"] = now;
        if (missing is not null)
            written["应提示"] = new JsonArray(new JsonObject { ["规则"] = rule, ["缺"] = missing });
        else if (kind == Boundary)
            written["不应提示"] = rule;
        return written;
    }

    /// <summary>Admitted when the row is in force; null is not known.</summary>
    private static JsonObject Patient(KnowledgeLine line, string sex = "男", string age = "45岁", string? insurance = "职工", string? visit = "普通住院")
    {
        var patient = new JsonObject { ["入院"] = line.From.AddDays(1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), ["性别"] = sex, ["年龄"] = age };
        if (insurance is not null)
            patient["险种"] = insurance;
        if (visit is not null)
            patient["就医方式"] = visit;
        return patient;
    }

    private static JsonObject Charged(KnowledgeLine line, int quantity = 1, string? at = null)
    {
        var now = new JsonObject();
        if (at is not null)
            now["时间"] = at;
        now["收费"] = new JsonArray(Charge(line, quantity));
        return now;
    }

    private static JsonObject Charge(KnowledgeLine line, int quantity = 1) => new() { ["项目"] = line.ItemCode, ["数量"] = quantity, ["单价"] = "10" };

    private static JsonArray Earlier(string at, JsonNode charge) => [new JsonObject { ["时间"] = at, ["收费"] = new JsonArray(charge) }];

    private static int Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
