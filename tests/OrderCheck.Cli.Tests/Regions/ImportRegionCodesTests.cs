using Xunit;

namespace OrderCheck.Cli.Tests.Regions;

/// <summary>A bureau's dictionary, as transaction 1901 answers it, becomes the code tables of a region.</summary>
public sealed class ImportRegionCodesTests
{
    private const string Answer = """
        { "infcode": 0, "output": { "list": [
          { "type": "GEND", "label": "女", "value": "2", "parent_value": "", "sort": 2, "vali_flag": "1", "version": "3" },
          { "type": "GEND", "label": "男", "value": "1", "parent_value": "", "sort": 1, "vali_flag": "1", "version": "3" },
          { "type": "MATN_STAS", "label": "哺乳期", "value": "4", "sort": "2", "vali_flag": "1" },
          { "type": "MATN_STAS", "label": "近期有生育计划", "value": "2", "sort": "1", "vali_flag": "1" },
          { "type": "MATN_STAS", "label": "废止", "value": "9", "sort": "3", "vali_flag": "0" },
          { "type": "LIST_TYPE", "label": "医用耗材", "value": "301", "sort": "1", "vali_flag": "1" },
          { "type": "INSUTYPE", "label": "城乡居民基本医疗保险", "value": "91", "sort": "1", "vali_flag": "1" },
          { "type": "NATY", "label": "汉族", "value": "01", "sort": "1", "vali_flag": "1" }
        ] } }
        """;

    [Fact]
    public async Task Codes_come_with_the_meaning_that_their_name_has_and_what_has_none_is_listed()
    {
        using var rules = TemporaryFolder.CopyOf(Repository.Rules);
        var run = await ImportAsync(rules, Answer);

        Assert.Equal(0, run.Code);
        Assert.Equal(
            """
            table,code,name,means,source
            gend,1,男,male,交易1901，版本3
            gend,2,女,female,交易1901，版本3
            hilist_type,301,医用耗材,consumable,交易1901
            insutype,91,城乡居民基本医疗保险,390,交易1901
            matn_stas,2,近期有生育计划,,交易1901
            matn_stas,4,哺乳期,lactating,交易1901

            """.ReplaceLineEndings("\n"),
            await File.ReadAllTextAsync(rules.At("regions", "320100", "codes.csv"), TestContext.Current.CancellationToken));
        Assert.Contains("no meaning yet: matn_stas 2 近期有生育计划", run.Output, StringComparison.Ordinal);
        Assert.Equal((4, 6, 1, 1, 1), (Figure(run, "tables"), Figure(run, "codes"), Figure(run, "unused"), Figure(run, "out_of_use"), Figure(run, "without_meaning")));
        Assert.Equal(0, (await ToolRun.OfAsync("rules", "validate", rules.Path)).Code);
    }

    [Fact]
    public async Task The_same_again_changes_nothing_and_what_an_officer_said_stays()
    {
        using var rules = TemporaryFolder.CopyOf(Repository.Rules);
        await ImportAsync(rules, Answer);
        var file = rules.At("regions", "320100", "codes.csv");
        var said = (await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)).Replace("计划,,", "计划,none,", StringComparison.Ordinal) + "sev_deg,7,提示,reminder,市医保局电话确认\n";
        await File.WriteAllTextAsync(file, said, TestContext.Current.CancellationToken);

        var run = await ImportAsync(rules, Answer);

        Assert.False(run.Json.GetProperty("changed").GetBoolean());
        Assert.Equal(said, await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("{ \"output\": { \"list\": [ { \"type\": \"GEND\", \"label\": \"男\" } ] } }", ":1:25: The entry has no value.")]
    [InlineData("{ \"output\": {\n \"list\": [ 1 ] } }", ":2:12: An entry must be an object with type, label and value.")]
    [InlineData("{ \"output\": {\n \"list\": [ ; ] } }", ":2:12: The file is not JSON here.")]
    [InlineData("{ \"output\": { \"fileinfo\": {} } }", ":1:1: The file has no output.list")]
    [InlineData("[ { \"type\": \"NATY\", \"label\": \"汉族\", \"value\": \"01\" } ]", "has no code of a table")]
    [InlineData("[ { \"type\": \"GEND\", \"label\": \"男\", \"value\": \"1\" },\n { \"type\": \"GEND\", \"label\": \"女\", \"value\": \"1\" } ]", ":2:2: GEND has 1 twice")]
    public async Task What_is_no_such_answer_is_refused_with_its_place_and_nothing_is_written(string answer, string message)
    {
        using var rules = new TemporaryFolder();
        var run = await ImportAsync(rules, answer);

        Assert.Equal(2, run.Code);
        Assert.Contains(message, run.Errors, StringComparison.Ordinal);
        Assert.False(Directory.Exists(rules.At("regions", "320100")));
    }

    private static async Task<ToolRun> ImportAsync(TemporaryFolder rules, string answer)
    {
        var from = rules.At("1901.txt");
        await File.WriteAllTextAsync(from, answer, TestContext.Current.CancellationToken);
        var run = await ToolRun.OfAsync("import", "region-codes", "--from", from, "--to", rules.At("regions", "320100"), "--json");
        File.Delete(from);
        return run;
    }

    private static int Figure(ToolRun run, string name) => run.Json.GetProperty(name).GetInt32();
}
