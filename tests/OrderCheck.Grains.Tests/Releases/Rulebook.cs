using OrderCheck.Core.Rules;

namespace OrderCheck.Grains.Tests.Releases;

/// <summary>The smallest release that has something to find: one item anybody may have, one for women alone.</summary>
internal static class Rulebook
{
    public const string Bed = "001102000050000";
    public const string ForWomen = "001103000010000";

    private const string SexRule =
        """
        {
          "WorkflowName": "sex",
          "Rules": [
            {
              "RuleName": "item-for-the-other-sex",
              "Expression": "limit.Sex != patient.Sex",
              "ErrorMessage": "【$(item.Name)】限$(limit.Sex)性使用，患者为$(patient.Sex)性",
              "Properties": {
                "title": "区分性别使用",
                "family": "性别",
                "domain": "payment",
                "severity": "violation",
                "response": "justify",
                "stages": "O V C",
                "decisions": "withdraw change override",
                "knowledge": "sex_limits",
                "basis": "测试",
                "state": "active"
              }
            }
          ]
        }
        """;

    public static RuleFolder Folder { get; } = new([.. Files]);

    /// <summary>The same without its rule: nothing is found.</summary>
    public static RuleFolder Tolerant { get; } = new([.. Files.Select(file =>
        file.Path == "payment/sex.json" ? file with { Text = SexRule.Replace("\"active\"", "\"retired\"", StringComparison.Ordinal) } : file)]);

    /// <summary>The same with its rule in shadow: the screen is told nothing.</summary>
    public static RuleFolder Shadow { get; } = new([.. Files.Select(file =>
        file.Path == "payment/sex.json" ? file with { Text = SexRule.Replace("\"active\"", "\"shadow\"", StringComparison.Ordinal) } : file)]);

    public static Release Release(long number = 1, RuleFolder? folder = null)
    {
        var build = ReleaseBuilder.Build(folder ?? Folder, number);
        Assert.Empty(build.Faults);
        return build.Release!;
    }

    private static RuleFile[] Files =>
    [
        new("catalogue/items.csv", $"item_code,item_name,kind,class,own_share_ratio,category,unit,effective_from\n{Bed},住院诊查费,项目,甲,0,02,次,2024-01-01\n{ForWomen},妇科检查,项目,甲,0,05,次,2024-01-01\n"),
        new("catalogue/categories.csv", "code,name\n02,诊察费\n05,治疗费\n"),
        new("catalogue/insurance_types.csv", "code,name,insurance\n310,职工基本医疗保险,职工\n"),
        new("catalogue/med_types.csv", "code,name,mode\n21,普通住院,住院\n"),
        new("payment/sex.json", SexRule),
        new("knowledge/sex_limits.csv", $"item_code,item_name,sex,official_text,source\n{ForWomen},妇科检查,女,限女性,测试\n"),
    ];
}
