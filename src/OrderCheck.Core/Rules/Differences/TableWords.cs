namespace OrderCheck.Core.Rules.Differences;

/// <summary>What tables that no rule family reads are called in Chinese; a file that is not here keeps its path.</summary>
internal static class TableWords
{
    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal)
    {
        ["catalogue/items.csv"] = "目录项目",
        ["catalogue/own_shares.csv"] = "先行自付比例",
        ["catalogue/disease_terms.csv"] = "疾病用语对照",
        ["catalogue/frequencies.csv"] = "医嘱频次",
        ["catalogue/insurance_types.csv"] = "险种编码",
        ["catalogue/med_types.csv"] = "医疗类别",
        ["catalogue/categories.csv"] = "费用类别",
        ["catalogue/age_groups.csv"] = "年龄组",
        ["catalogue/parameters.csv"] = "参数",
        ["dictionary/item_map.csv"] = "院内项目对照",
        [DictionarySeed.Prices] = "院内价格",
        ["dictionary/order_charges.csv"] = "医嘱收费对照",
        ["dictionary/route_charges.csv"] = "给药途径收费对照",
        ["dictionary/units.csv"] = "单位换算",
        ["dictionary/rounding.csv"] = "取整规则",
        ["dictionary/departments.csv"] = "科室对照",
        ["dictionary/staff.csv"] = "医务人员",
        ["alerts/cards.csv"] = "提示卡数",
        ["alerts/reasons.csv"] = "处置理由",
        ["alerts/routing.csv"] = "提示对象",
        ["alerts/tiers.csv"] = "提示分级",
    };

    public static string Of(string path) => Names.GetValueOrDefault(path) ?? (path.Split('/') switch
    {
        ["regions", var region, "codes.csv"] => $"地区 {region} 的编码",
        ["regions", var region, "fields.csv"] => $"地区 {region} 的字段名",
        _ => path,
    });
}
