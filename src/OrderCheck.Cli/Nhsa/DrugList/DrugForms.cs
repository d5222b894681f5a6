using System.Text.RegularExpressions;

namespace OrderCheck.Cli.Nhsa.DrugList;

/// <summary>
/// The dosage forms of the western list (凡例: 口服常释剂型 are plain tablets and capsules, …), as a product's name tells them, and
/// what of a product's name is neither its substance nor its salt.
/// </summary>
internal static partial class DrugForms
{
    private static readonly (string Form, Regex Name)[] Forms =
    [
        ("注射剂", Injection()),
        ("缓释控释剂型", Modified()),
        ("吸入剂", Inhaled()),
        ("滴眼剂", Eye()),
        ("滴鼻剂", Nose()),
        ("滴耳剂", Ear()),
        ("栓剂", Suppository()),
        ("贴剂", Patch()),
        ("软膏剂", Ointment()),
        ("凝胶剂", Gel()),
        ("咀嚼片", Chewable()),
        ("口服常释剂型", Oral()),
        ("丸剂", Pill()),
        ("颗粒剂", Granules()),
        ("口服散剂", Powder()),
        ("口服液体剂", Liquid()),
    ];

    /// <summary>Null where the name tells none.</summary>
    public static string? Of(string product) => Array.Find(Forms, form => form.Name.IsMatch(product)).Form;

    /// <summary>Whether nothing is left of a product's name without its substance but salts, vehicles and words of form.</summary>
    public static bool IsOnlyForm(string rest) => Words().IsMatch(rest);

    [GeneratedRegex("注射液|注射用|注射剂|输液")]
    private static partial Regex Injection();

    [GeneratedRegex("缓释|控释")]
    private static partial Regex Modified();

    [GeneratedRegex("吸入|气雾剂|喷雾|粉雾")]
    private static partial Regex Inhaled();

    [GeneratedRegex("滴眼|眼用|眼膏|眼凝胶")]
    private static partial Regex Eye();

    [GeneratedRegex("鼻")]
    private static partial Regex Nose();

    [GeneratedRegex("滴耳")]
    private static partial Regex Ear();

    [GeneratedRegex("栓")]
    private static partial Regex Suppository();

    [GeneratedRegex("贴")]
    private static partial Regex Patch();

    [GeneratedRegex("乳膏|软膏")]
    private static partial Regex Ointment();

    [GeneratedRegex("凝胶")]
    private static partial Regex Gel();

    [GeneratedRegex("咀嚼片")]
    private static partial Regex Chewable();

    [GeneratedRegex("片|胶囊|胶丸")]
    private static partial Regex Oral();

    [GeneratedRegex("丸")]
    private static partial Regex Pill();

    [GeneratedRegex("颗粒")]
    private static partial Regex Granules();

    [GeneratedRegex("散|粉")]
    private static partial Regex Powder();

    [GeneratedRegex("口服液|溶液|混悬|糖浆|合剂|滴剂|乳|酊")]
    private static partial Regex Liquid();

    [GeneratedRegex(
        "^(?:注射用|浓溶液|注射液|注射剂|盐酸|硫酸氢|硫酸|磷酸|枸橼酸|马来酸|苹果酸|甲磺酸|甲苯磺酸|苯磺酸|富马酸|酒石酸|醋酸|乳酸|琥珀酸|氢溴酸|硝酸|碳酸|丙酸"
        + "|棕榈酸|戊酸|二钠|三钠|钠|钾|钙|镁|锌|氯化钠|葡萄糖|水合物|酯|缓释|控释|肠溶|分散|薄膜衣|泡腾|咀嚼|口腔崩解|口崩|软胶囊|胶囊|胶丸|软|片|微丸|颗粒|干混悬剂"
        + "|混悬液|混悬剂|混悬|口服溶液|口服液|口服|溶液|滴眼液|滴眼剂|滴眼|眼用|眼膏|眼|凝胶|乳膏|软膏|膏|栓剂|栓|散剂|散|丸剂|丸|滴剂|滴|糖浆|合剂|吸入用|吸入|气雾剂"
        + "|喷雾剂|粉雾剂|粉|雾化|鼻用|鼻|贴剂|透皮|贴|剂|液|用|\\([^()]*\\)|[IVX]+)*$")]
    private static partial Regex Words();
}
