using Xunit;

namespace OrderCheck.Cli.Tests.Rules;

public sealed class ValidateRulesTests
{
    [Fact]
    public async Task The_projects_own_rules_are_valid()
    {
        var run = await ToolRun.OfAsync("rules", "validate", Repository.Rules, "--json");

        Assert.Equal(0, run.Code);
        Assert.Equal(0, run.Json.GetProperty("faults").GetInt32());
    }

    [Fact]
    public async Task A_folder_that_is_not_there_is_bad_input()
    {
        using var place = new TemporaryFolder();

        var run = await ToolRun.OfAsync("rules", "validate", place.At("none"));

        Assert.Equal(2, run.Code);
        Assert.Contains(place.At("none"), run.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("knowledge/sex_limits.csv", "item_code,item_name,sex\nX1,甲,男\n", ":2:1:")]
    [InlineData("knowledge/sex_limits.csv", "item_code,item_name,sex\nT000700200,丁香,雄\n", ":2:15:")]
    [InlineData("catalogue/age_groups.csv", "age_group,min_age,max_age,age_unit,source\n儿童,十,17,岁,\n", ":2:4:")]
    [InlineData("payment/sex.json", "{ \"WorkflowName\": \"sex\",\n  \"Rules\": [ }", ":2:14:")]
    [InlineData("dictionary/prices.csv", "item_code,unit,price\nT000700200,g,1.2345678\n", ":2:14:")]
    public async Task A_fault_is_printed_with_file_line_and_column(string file, string text, string place)
    {
        using var folder = TemporaryFolder.CopyOf(Repository.Rules);
        File.WriteAllText(folder.At(file), text);

        var run = await ToolRun.OfAsync("rules", "validate", folder.Path, "--json");

        Assert.Equal(2, run.Code);
        Assert.Contains(folder.At(file) + place, run.Output, StringComparison.Ordinal);
        Assert.True(run.Json.GetProperty("faults").GetInt32() > 0);
    }

    [Fact]
    public async Task All_faults_are_printed_at_once()
    {
        using var folder = TemporaryFolder.CopyOf(Repository.Rules);
        File.WriteAllText(folder.At("knowledge", "sex_limits.csv"), "item_code,item_name,sex\nX1,甲,男\nX2,乙,男\n");
        File.WriteAllText(folder.At("knowledge", "not_payable.csv"), "item_code,mode\nX3,never\n");

        var run = await ToolRun.OfAsync("rules", "validate", folder.Path, "--json");

        Assert.True(run.Json.GetProperty("faults").GetInt32() >= 3);
        Assert.Contains("sex_limits.csv:3:1:", run.Output, StringComparison.Ordinal);
        Assert.Contains("not_payable.csv:2:", run.Output, StringComparison.Ordinal);
    }
}
