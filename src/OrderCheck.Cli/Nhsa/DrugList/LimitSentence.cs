using System.Text.RegularExpressions;
using OrderCheck.Cli.Nhsa.Points;
using OrderCheck.Core.Catalogue.Diseases;

namespace OrderCheck.Cli.Nhsa.DrugList;

/// <summary>
/// Reads the payment limit of a drug-list entry as NHSA's own points read such sentences: one sentence may limit insurance,
/// facility, visit, course, age and diagnosis. What a sentence asks for beyond that keeps it shown, too.
/// </summary>
internal sealed partial class LimitSentence(DiseaseTerms terms, int childAge)
{
    private const string RuleClass = "医保药品目录限定支付范围";

    private readonly AgeWording _ages = new(childAge);

    /// <summary>The limits of the sentence; of prose, the sentence itself. Never empty.</summary>
    public IReadOnlyList<CodedLimit> Read(string sentence)
    {
        var limits = new List<CodedLimit>();
        if (Insurance().Match(sentence) is { Success: true } insurance)
            return [KindSchema.Insurance.Of(insurance.Groups["who"].Value)];
        var rest = sentence;
        if (Facility().Match(sentence) is { Success: true } facility)
        {
            limits.Add(KindSchema.Facility.Of($"{"一二三".IndexOf(facility.Groups["level"].Value, StringComparison.Ordinal) + 1}", "", "", ""));
            rest = Facility().Replace(rest, "");
        }
        if (Visits(sentence) is { } visits)
        {
            limits.Add(KindSchema.Visit.Of(visits, ""));
            rest = Visit().Replace(rest, "");
        }
        if (Course().IsMatch(sentence) && CourseWording.FindLongest(sentence) is { } days)
        {
            limits.Add(KindSchema.Course.Of($"{days}", "", "", "单次住院", ""));
            rest = Course().Replace(rest, "");
        }
        if (Children().IsMatch(sentence))
            limits.Add(KindSchema.Age.Of(_ages.Find(sentence) ?? ["儿童", "", "", ""]));
        var coded = terms.Code(sentence).Coded;
        if (coded is not null)
            limits.Add(IndicationPoints.LimitOf(coded));
        if (limits.Count == 0 || SecondLine().IsMatch(sentence) || (coded is null && Substance().IsMatch(Filler().Replace(rest, ""))))
            limits.Add(KindSchema.Text.Of(RuleClass));
        return limits;
    }

    private static string? Visits(string sentence)
    {
        if (!Visit().IsMatch(sentence))
            return null;
        string[] modes = ["住院", "急诊", "门诊"];
        return string.Join('|', modes.Where(mode => Visit().Match(sentence).Value.Contains(mode, StringComparison.Ordinal)));
    }

    [GeneratedRegex("^限(?<who>工伤|生育)保险。?$")]
    private static partial Regex Insurance();

    /// <summary>Of the facility that uses it, not of the one that prescribes it first.</summary>
    [GeneratedRegex("限(?<level>[一二三])级(?:及以上)?(?:医疗机构|医院)")]
    private static partial Regex Facility();

    [GeneratedRegex("住院方可支付|住院患者方予支付|急性期住院患者|限(?:急诊或住院|急诊、住院|住院|门诊)(?:患者)?(?:使用)?")]
    private static partial Regex Visit();

    [GeneratedRegex("(?:单次住院|单次)?(?:支付|最多支付)(?:不超过)?[0-9]{1,3}天|支付不超过[0-9]{1,3}天")]
    private static partial Regex Course();

    /// <summary>儿童 as the one who may have it, not one among adults.</summary>
    [GeneratedRegex("^限(?:[0-9]{1,2}(?:周?岁)?(?:[-至][0-9]{1,2})?(?:周?岁)?(?:及以上|以下)?)?(?:儿童|小儿|新生儿)(?![和及或、])")]
    private static partial Regex Children();

    /// <summary>The drug itself is the second line; what the patient had before is another matter.</summary>
    [GeneratedRegex("二线(?:用药|治疗|使用)")]
    private static partial Regex SecondLine();

    [GeneratedRegex("限|的|患者|使用|支付|方可|方予|儿童|小儿|[，。；、,.;：:]")]
    private static partial Regex Filler();

    [GeneratedRegex(@"\w{2}")]
    private static partial Regex Substance();
}
