using Xunit;

namespace OrderCheck.Cli.Tests.Rules;

public sealed class TestRulesTests
{
    [Fact]
    public async Task The_projects_own_rules_have_their_cases_and_these_hold()
    {
        var run = await ToolRun.OfAsync("rules", "test", Repository.Rules, "--json");

        Assert.Equal(0, run.Code);
        Assert.Equal(0, run.Json.GetProperty("failed").GetInt32());
        Assert.Equal(0, run.Json.GetProperty("incomplete").GetInt32());
        Assert.True(run.Json.GetProperty("cases").GetInt32() >= 3 * run.Json.GetProperty("rules").GetInt32());
    }

    [Fact]
    public async Task A_rule_without_its_cases_cannot_be_active()
    {
        using var folder = TemporaryFolder.CopyOf(Repository.Rules);
        File.Delete(folder.At("cases", "sex.json"));

        var run = await ToolRun.OfAsync("rules", "test", folder.Path, "--json");

        Assert.Equal(1, run.Code);
        Assert.Contains("item-for-the-other-sex  [active]  fires 0  passes 0  boundary 0  LACKS 提示, 放行, 边界: it cannot be active", run.Lines);
        Assert.Equal("item-for-the-other-sex", run.Json.GetProperty("incomplete_rules")[0].GetString());
    }

    [Fact]
    public async Task A_case_that_does_not_hold_is_printed_with_its_place()
    {
        using var folder = TemporaryFolder.CopyOf(Repository.Rules);
        var file = folder.At("payment", "sex.json");
        File.WriteAllText(file, File.ReadAllText(file).Replace("limit.Sex != patient.Sex", "limit.Sex == patient.Sex", StringComparison.Ordinal));

        var run = await ToolRun.OfAsync("rules", "test", folder.Path, "--rule", "item-for-the-other-sex", "--json");

        Assert.Equal(1, run.Code);
        Assert.Contains(run.Lines, line => line.StartsWith(folder.At("cases", "sex.json") + ":10:5: ", StringComparison.Ordinal));
        Assert.Equal(1, run.Json.GetProperty("rules").GetInt32());
    }

    [Theory]
    [InlineData("cases/sex.json", "{ \"病例\": [\n  { \"病例\": \"甲\" } ] }", ":2:3: ")]
    [InlineData("payment/sex.json", "{ }", ":1:1: ")]
    public async Task A_fault_is_bad_input_with_file_line_and_column(string file, string text, string place)
    {
        using var folder = TemporaryFolder.CopyOf(Repository.Rules);
        File.WriteAllText(folder.At(file), text);

        var run = await ToolRun.OfAsync("rules", "test", folder.Path, "--json");

        Assert.Equal(2, run.Code);
        Assert.Contains(folder.At(file) + place, run.Output, StringComparison.Ordinal);
        Assert.True(run.Json.GetProperty("faults").GetInt32() > 0);
    }

    [Fact]
    public async Task A_folder_or_rule_that_is_not_there_is_bad_input()
    {
        using var place = new TemporaryFolder();

        Assert.Equal(2, (await ToolRun.OfAsync("rules", "test", place.At("none"))).Code);
        Assert.Equal(2, (await ToolRun.OfAsync("rules", "test", Repository.Rules, "--rule", "none")).Code);
    }
}
