namespace OrderCheck.Tests.Scale;

/// <summary>A kind of knowledge as synthetic rows have it: most of what they limit is kept by an insured man of 60 in a hospital of level 3.</summary>
internal sealed record SyntheticKind(string Name, string Title, Action<SyntheticTable, int, string> Fill)
{
    /// <summary>Each has as many rows.</summary>
    public static IReadOnlyList<SyntheticKind> All { get; } =
    [
        new("sex_limits", "限定性别", static (table, row, _) => table["sex"] = row % 40 == 0 ? "女" : "男"),
        new("age_limits", "限定年龄", static (table, row, _) => Set(table, ("min_age", $"{row % 20}"), ("max_age", $"{90 + row % 30}"), ("age_unit", "岁"))),
        new("insurance_limits", "限定险种", static (table, row, _) => table["insurance"] = row % 40 == 2 ? "工伤" : "职工|居民"),
        new("facility_limits", "限定机构级别", static (table, row, _) => table["lowest_level"] = $"{1 + row % 3}"),
        new("visit_limits", "限定就医方式", static (table, row, _) => table["allowed_modes"] = row % 40 == 4 ? "门诊" : "住院|急诊"),
        new("frequency_limits", "限定频次", static (table, row, _) => Set(table, ("max_quantity", $"{5 + row % 30}"), ("unit", "次"), ("window", row % 3 == 0 ? "单日" : row % 3 == 1 ? "单次住院" : "周"))),
        new("course_limits", "限定疗程", static (table, row, _) => Set(table, ("max_days", $"{7 + row % 30}"), ("scope", "单次住院"))),
        new("price_ceilings", "限定价格", static (table, row, _) => Set(table, ("ceiling", $"{100 + row % 900}.50"), ("unit", ""))),
        new("total_limits", "限定总额", static (table, row, _) => Set(table, ("max_amount", $"{10_000 + row % 5_000}"), ("window", "单次住院"))),
        new("exclusive_pairs", "不得同时收费", static (table, row, other) => Set(table, ("other_code", other), ("other_name", "另一合成项目"), ("window", row % 2 == 0 ? "单日" : "单次就诊"))),
    ];

    private static void Set(SyntheticTable table, params ReadOnlySpan<(string Column, string Value)> fields)
    {
        foreach (var (column, value) in fields)
            table[column] = value;
    }
}
