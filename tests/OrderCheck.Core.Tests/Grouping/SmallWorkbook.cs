using OrderCheck.Core.Grouping.Import;

namespace OrderCheck.Core.Tests.Grouping;

/// <summary>One MDC in the form of NHSA's 3.0 workbook.</summary>
internal static class SmallWorkbook
{
    public static IReadOnlyList<WorkbookSheet> Sheets() =>
    [
        new("MDC", [["分组方案配置"], ["编码", "名称", "规则", "排序"], ["MDCI", "骨", "ZYZD in DI_I00", "1"], ["0000", "未入组", "", "2"]]),
        new("ADRG",
        [
            ["序号", "编码", "名称", "规则", "MDC", "排序"],
            ["1", "IC2", "关节", "length(OP_IC2 ∩ {ZYSS, QTSS}) >= 2_x000D_\n OR ZYSS in OP_NONE", "MDCI", "1"],
            ["2", "IQY", "", "ZYSS in OP_ALL", "MDCI", "2"],
            [],
            ["3", "I00", "", "", "MDCI", "3"],
        ]),
        new("DRG",
        [
            ["编码", "名称", "规则", "ADRG", "MDC", "排序"],
            ["IC29", "", "", "IC2", "MDCI", "1"],
            ["IQY", "", "", "IQY", "MDCI", "1"],
            ["I000", "", "", "I00", "MDCI", "1"],
        ]),
        new("集合", [["集合", "编码"], ["DI_I00", "S72"], ["OP_IC2", "81.5"], ["OP_IC2", "81.6"], ["OP_ALL", "81.5"], ["OP_ALL", "81.6"]]),
        new("CC", [["编码", "名称", "排除", "类型"], ["J96", "", "1", "MCC"]]),
        new("排除表", [["排除", "主诊断"], ["1", "J96"]]),
    ];

    /// <summary>With one cell changed; row and column from 1.</summary>
    public static IReadOnlyList<WorkbookSheet> With(string name, int row, int column, string cell) =>
        [.. Sheets().Select(sheet => sheet.Name != name ? sheet : sheet with
        {
            Rows = [.. sheet.Rows.Select((cells, at) => at + 1 != row ? cells : [.. cells.Select((old, place) => place + 1 == column ? cell : old)])],
        })];
}
