using MiniExcelLibs;
using Xunit;

namespace OrderCheck.Cli.Tests.Grouping;

public sealed class WorkbookTests
{
    [Fact]
    public async Task A_workbook_becomes_a_scheme_that_groups()
    {
        using var scratch = new Scratch();
        Save(scratch, "OP_ALL_x000D_");
        var import = await ToolRun.OfAsync("import", "drg-scheme", "--from", scratch["book"], "--to", scratch["scheme"], "--json");
        var cases = scratch.Write("cases.csv", "case_id,sex,age_years,diagnoses,procedures\n1,1,60,S72|J96,\n2,1,60,S72,81.5\n");

        var group = await ToolRun.OfAsync("group", "--scheme", scratch["scheme"], "--in", cases, "--out", scratch["groups.csv"]);

        Assert.Equal((0, 0, "CHS-DRG 3.0"), (import.Code, group.Code, import.Json.GetProperty("scheme").GetString()));
        var groups = await File.ReadAllLinesAsync(scratch["groups.csv"], TestContext.Current.CancellationToken);
        Assert.Equal(["1,MDCI,IR1,IR11,grouped", "2,MDCI,IQY,IQY"], [groups[1], groups[2].Split(',')[0..4] is var four ? string.Join(',', four) : ""]);
    }

    [Fact]
    public async Task A_bad_rule_is_bad_input_with_sheet_row_and_column()
    {
        using var scratch = new Scratch();
        Save(scratch, "OP_ALL and");

        var import = await ToolRun.OfAsync("import", "drg-scheme", "--from", scratch["book"], "--to", scratch["scheme"]);

        Assert.Equal(2, import.Code);
        Assert.Contains("sheet ADRG:2:4: Line 1, character 19 of the rule", import.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_no_workbook_is_bad_input()
    {
        using var scratch = new Scratch();
        scratch.Write("book/scheme.xlsx", "not a workbook");

        var import = await ToolRun.OfAsync("import", "drg-scheme", "--from", scratch["book"], "--to", scratch["scheme"]);

        Assert.Equal(2, import.Code);
        Assert.Contains("no readable .xlsx workbook", import.Errors, StringComparison.Ordinal);
    }

    private static void Save(Scratch scratch, string set)
    {
        Directory.CreateDirectory(scratch["book"]);
        MiniExcel.SaveAs(Path.Combine(scratch["book"], "方案.xlsx"), new Dictionary<string, object>
        {
            ["MDC"] = Rows(["分组方案", "", "", ""], ["编码", "名称", "规则", "排序"], ["MDCI", "骨", "ZYZD in DI_I00", 1]),
            ["ADRG"] = Rows(["", "编码", "名称", "规则", "MDC", "排序"], ["", "IQY", "", $"ZYSS in {set}", "MDCI", 1], ["", "IR1", "", "", "MDCI", 2]),
            ["DRG"] = Rows(
                ["编码", "名称", "规则", "ADRG", "MDC", "排序"], ["IQY", "", "", "IQY", "MDCI", 1],
                ["IR11", "", "QTZD in MCC", "IR1", "MDCI", 1], ["IR15", "", "", "IR1", "MDCI", 2]),
            ["集合"] = Rows(["集合", "编码"], ["DI_I00", "S72"], ["OP_ALL", "81.5"]),
            ["CC"] = Rows(["编码", "名称", "排除", "类型"], ["J96", "", "1", "MCC"]),
            ["排除表"] = Rows(["排除", "主诊断"], ["1", "J96"]),
        }, printHeader: false);
    }

    private static List<Dictionary<string, object>> Rows(params object[][] rows) =>
        [.. rows.Select(row => row.Index().ToDictionary(cell => $"c{cell.Index}", cell => cell.Item))];
}
