using Xunit;

namespace OrderCheck.Cli.Tests.Rules;

public sealed class DiffRulesTests
{
    private const string Ceilings = "knowledge/price_ceilings.csv";

    [Fact]
    public async Task A_folder_and_itself_have_no_differences()
    {
        var run = await ToolRun.OfAsync("rules", "diff", Repository.Rules, Repository.Rules, "--json");

        Assert.Equal(0, run.Code);
        Assert.Contains("没有差异", run.Output, StringComparison.Ordinal);
        Assert.Equal(0, run.Json.GetProperty("changes").GetArrayLength());
    }

    [Fact]
    public async Task A_changed_limit_is_told_in_Chinese_and_as_JSON()
    {
        using var folder = TemporaryFolder.CopyOf(Repository.Rules);
        var lines = File.ReadAllLines(folder.At("knowledge/sex_limits.csv"));
        var first = lines[1].Split(',');
        File.WriteAllLines(folder.At("knowledge/sex_limits.csv"), [lines[0], lines[1].Replace($",{first[2]},", first[2] == "男" ? ",女," : ",男,", StringComparison.Ordinal), .. lines[2..]]);

        var run = await ToolRun.OfAsync("rules", "diff", Repository.Rules, folder.Path, "--json");

        Assert.Equal(1, run.Code);
        Assert.Equal(1, run.Json.GetProperty("changed").GetInt32());
        var change = Assert.Single(run.Json.GetProperty("changes").EnumerateArray());
        Assert.Equal((first[0], "changed", "sex"), (change.GetProperty("code").GetString(), change.GetProperty("change").GetString(), change.GetProperty("fields")[0].GetProperty("field").GetString()));
        Assert.Contains($"修改 {first[0]}", run.Output, StringComparison.Ordinal);
        Assert.Contains($"性别 {first[2]} → ", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_many_changes_some_are_shown_and_the_rest_is_counted()
    {
        using var folder = TemporaryFolder.CopyOf(Repository.Rules);
        var lines = File.ReadAllLines(folder.At("knowledge/sex_limits.csv"));
        File.WriteAllLines(folder.At("knowledge/sex_limits.csv"), lines[..1]);

        var some = await ToolRun.OfAsync("rules", "diff", Repository.Rules, folder.Path, "--rows", "2");
        var all = await ToolRun.OfAsync("rules", "diff", Repository.Rules, folder.Path, "--rows", "0");

        Assert.Contains($"另有 {lines.Length - 3} 条", some.Output, StringComparison.Ordinal);
        Assert.Equal(lines.Length - 1, all.Output.Split("- 删除").Length - 1);
    }

    [Theory]
    [InlineData("17", "（第17批）")]
    [InlineData("updates_2026-01", "（2026年1月更新）")]
    public async Task A_row_names_its_publication_as_officers_do(string batch, string name)
    {
        using var folder = TemporaryFolder.CopyOf(Repository.Rules);
        var header = File.ReadLines(folder.At("knowledge/sex_limits.csv")).First().Split(',');
        var row = header.Select(column => column switch { "item_code" => "XA01", "item_name" => "甲", "sex" => "男", "batch" => batch, _ => "" });
        File.AppendAllText(folder.At("knowledge/sex_limits.csv"), string.Join(',', row) + "\n");

        var run = await ToolRun.OfAsync("rules", "diff", Repository.Rules, folder.Path);

        Assert.Contains($"新增 XA01 甲{name}：", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("catalogue/items.csv", "目录项目")]
    [InlineData("dictionary/prices.csv", "院内价格")]
    [InlineData("regions/national/codes.csv", "地区 national 的编码")]
    public async Task A_table_that_no_rule_reads_is_called_by_what_it_is_for(string file, string name)
    {
        using var folder = TemporaryFolder.CopyOf(Repository.Rules);
        File.WriteAllLines(folder.At(file), File.ReadAllLines(folder.At(file))[..^1]);

        var run = await ToolRun.OfAsync("rules", "diff", Repository.Rules, folder.Path);

        Assert.Contains($"{name}（{file}）：删除 1 条", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("none", "There is no such folder")]
    [InlineData("none@3", "There is no such folder")]
    [InlineData("RULES@999", "There is no batch 999")]
    public async Task A_folder_or_batch_that_is_not_there_is_bad_input(string place, string message)
    {
        var run = await ToolRun.OfAsync("rules", "diff", Repository.Rules, place.Replace("RULES", Repository.Rules, StringComparison.Ordinal));

        Assert.Equal(2, run.Code);
        Assert.Contains(message, run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_table_that_is_none_is_named_in_its_own_folder()
    {
        using var folder = TemporaryFolder.CopyOf(Repository.Rules);
        File.WriteAllText(folder.At(Ceilings), "item_code,ceiling\nX1\n");

        var run = await ToolRun.OfAsync("rules", "diff", Repository.Rules, folder.Path);

        Assert.Equal(2, run.Code);
        Assert.Contains($"{folder.At(Ceilings)}:2:1:", run.Errors, StringComparison.Ordinal);
    }
}
