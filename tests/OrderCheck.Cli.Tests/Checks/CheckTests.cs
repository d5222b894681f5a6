using System.Text.Json;
using Xunit;

namespace OrderCheck.Cli.Tests.Checks;

/// <summary>Requests of a file, judged by a rules folder without a server.</summary>
public sealed class CheckTests
{
    /// <summary>Two services that may not be charged on one day, one of them asked about.</summary>
    private const string Request = """
        {"infno":"3101","msgid":"M1","inf_time":"2026-03-15 08:40:12","input":{"data":{"trig_scen":"5","patient_dtos":[{"patn_id":"PSN3201000009","gend":"1","brdy":"1958-06-02",
        "curr_mdtrt_id":"V1","fsi_encounter_dtos":[{"mdtrt_id":"V1","adm_date":"2026-03-01 09:10:00","med_mdtrt_type":"2","med_type":"21","insutype":"310","medins_lv":"02",
        "fsi_order_dtos":[{"rx_id":"A","hilist_type":"201","hilist_code":"001201000010000","hilist_name":"重症监护","cnt":1,"spec_unt":"次","drord_begn_date":"2026-03-15 00:05:00","curr_drord_flag":"0"},
        {"rx_id":"B","hilist_type":"201","hilist_code":"001201000140000","hilist_name":"一般专项护理","cnt":1,"pric":5,"spec_unt":"次","drord_begn_date":"2026-03-15 09:00:00","curr_drord_flag":"1"}]}]}]}}}
        """;

    [Fact]
    public async Task One_request_is_one_response_and_the_code_says_that_something_was_found()
    {
        var run = await CheckAsync(Request);

        Assert.Equal(1, run.Code);
        var rows = Rows(run.Lines[0]);
        Assert.Contains(rows, row => row.GetProperty("vola_cont").GetString() == "【一般专项护理】与【重症监护】不得同时收费（单日）");
        Assert.Equal((1, 1, 0), (Figure(run, "requests"), Figure(run, "lines_asked"), Figure(run, "not_understood")));
        Assert.True(Figure(run, "findings") >= 1);
    }

    [Fact]
    public async Task Requests_of_a_line_each_are_judged_each_by_itself()
    {
        var one = Request.ReplaceLineEndings("");
        var clean = one.Replace("001201000010000", "001102000050000", StringComparison.Ordinal).Replace("重症监护", "住院诊查费", StringComparison.Ordinal);
        var run = await CheckAsync($"{one}\n\n{clean}\n{one}\n");

        Assert.Equal(4, run.Lines.Count);
        Assert.Equal(Rows(run.Lines[0]).Select(row => row.GetRawText()), Rows(run.Lines[2]).Select(row => row.GetRawText()));
        Assert.DoesNotContain(Rows(run.Lines[1]), row => row.GetProperty("vola_cont").GetString()!.Contains("同时收费", StringComparison.Ordinal));
        Assert.Equal(3, Figure(run, "requests"));
    }

    [Fact]
    public async Task A_request_with_nothing_to_find_is_clean()
    {
        var run = await CheckAsync(Request.Replace("001201000010000", "001102000050000", StringComparison.Ordinal).Replace("\"B\"", "\"B\",\"drord_dr_codg\":\"D1\"", StringComparison.Ordinal));

        Assert.Equal(Rows(run.Lines[0]).Count > 0 ? 1 : 0, run.Code);
        Assert.Equal(0, Figure(run, "findings"));
    }

    [Fact]
    public async Task What_cannot_be_understood_is_told_by_file_line_and_column_and_answered_all_the_same()
    {
        var one = Request.ReplaceLineEndings("");
        var run = await CheckAsync($"{one}\n{one.Replace("2026-03-01 09:10:00", "昨天", StringComparison.Ordinal)}\n");

        Assert.Equal(2, run.Code);
        Assert.Matches(@"requests\.json:2:\d+: input\.data\.patient_dtos\[0\]\.fsi_encounter_dtos\[0\]\.adm_date：", run.Errors);
        Assert.Equal(-1, JsonDocument.Parse(run.Lines[1]).RootElement.GetProperty("infcode").GetInt32());
        Assert.Equal(1, Figure(run, "not_understood"));
    }

    [Theory]
    [InlineData("--release", "nowhere", "There is no such folder")]
    [InlineData("--in", "nowhere.json", "There is no such file")]
    [InlineData("--region", "nowhere", "it has national, psn-dialect")]
    [InlineData("--time-zone", "Mars/Base", "is not known on this machine")]
    public async Task Arguments_that_name_nothing_are_refused(string option, string value, string message)
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.At("requests.json"), Request, TestContext.Current.CancellationToken);
        var arguments = new Dictionary<string, string> { ["--release"] = Repository.Rules, ["--in"] = folder.At("requests.json"), [option] = value };

        var run = await ToolRun.OfAsync(["check", .. arguments.SelectMany(pair => (string[])[pair.Key, pair.Value])]);

        Assert.Equal(2, run.Code);
        Assert.Contains(message, run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_of_published_knowledge_judges_too()
    {
        Assert.SkipWhen(Repository.PublishedTables is null, "NHSA's published tables are not on this machine.");
        using var folder = new TemporaryFolder();
        Assert.Equal(0, (await ToolRun.OfAsync("import", "nhsa-knowledge", "--from", Repository.PublishedTables!, "--to", folder.At("release"))).Code);

        var run = await CheckAsync(Request, folder.At("release"));

        Assert.Equal(1, run.Code);
        Assert.Contains(Rows(run.Lines[0]), row => row.GetProperty("rule_name").GetString()!.Contains("重复收费", StringComparison.Ordinal));
        Assert.True(File.Exists(folder.At("release", "regions", "psn-dialect", "fields.csv")));
    }

    private static async Task<ToolRun> CheckAsync(string requests, string? release = null)
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.At("requests.json"), requests, TestContext.Current.CancellationToken);
        return await ToolRun.OfAsync("check", "--release", release ?? Repository.Rules, "--in", folder.At("requests.json"), "--json");
    }

    private static List<JsonElement> Rows(string response) =>
        [.. JsonDocument.Parse(response).RootElement.GetProperty("output").GetProperty("result").EnumerateArray()];

    private static int Figure(ToolRun run, string name) => run.Json.GetProperty(name).GetInt32();
}
