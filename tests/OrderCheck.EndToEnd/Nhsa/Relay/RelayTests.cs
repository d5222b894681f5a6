using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json.Nodes;
using OrderCheck.EndToEnd.Servers;
using OrderCheck.EndToEnd.Story;
using OrderCheck.EndToEnd.Telemetry;
using OrderCheck.Tests;
using Xunit;

namespace OrderCheck.EndToEnd.Nhsa.Relay;

/// <summary>A hospital that has to ask its bureau too, and does so through us.</summary>
public sealed class RelayTests
{
    [Fact]
    public async Task One_answer_of_both_and_each_disposition_reaches_a_dead_bureau_once_after_a_restart()
    {
        await using var bureau = await StandInBureau.OpenAsync();
        await using var server = await RelayedServer.StartAsync(bureau.Url);
        var alone = Assert.Single((await server.His.AskAsync(Story("v0").Asking("r1", StarterItems.ForWomen))).AssertAnswered().Rows);
        var request = await bureau.NextAsync();
        Assert.Equal("/fsi/3101", request.Path);
        Assert.NotEqual("OC-UNCHECKED", (string)alone["rule_id"]!);
        AssertSigned(request);

        bureau.Behaviour = StandInBureau.Saying(Answer(Row("JR1", (string)alone["rule_name"]!, "r1", "v1"), Row("JR2", "医保局自有规则", "r1", "v1")));
        var story = Story("v1").Asking("r1", StarterItems.ForWomen);
        var reply = (await server.His.AskAsync(story)).AssertAnswered();
        var merged = reply.Rows.Single(static row => (string)row["jr_id"]! != "JR2");
        Assert.Equal(2, reply.Rows.Count);
        Assert.StartsWith("OC", (string)merged["jr_id"]!, StringComparison.Ordinal);
        Assert.Equal("answered", (string)Bureau(reply)["state"]!);
        Assert.Equal("JR1", (string)Assert.Single(Bureau(reply)["merged"]!.AsArray())!["bureau_jr_id"]!);
        await bureau.NextAsync();

        bureau.Behaviour = StandInBureau.Saying("<html>gateway</html>", "text/html", 502);
        var told = story.Telling(((string)merged["jr_id"]!, "1", "病情需要"), ("JR2", "2", ""));
        (await server.His.TellAsync(told)).AssertAnswered();
        Assert.Equal(["JR1 1 病情需要", "JR2 2"], (await bureau.NextAsync()).Warnings().Order());
        await server.KillAndStartAgainAsync();
        bureau.Behaviour = StandInBureau.Saying(StandInBureau.Clean);

        var again = await UntilToldAsync(bureau);
        Assert.Equal(["JR1 1 病情需要", "JR2 2"], again.Warnings().Order());
        Assert.DoesNotContain(Facts.PatientName, Encoding.UTF8.GetString(again.Body), StringComparison.Ordinal);
        await UntilNoneWaitsAsync(server);
        var seen = bureau.Seen;
        (await server.His.TellAsync(told)).AssertAnswered();
        // Whoever is asked next is asked after what was told twice.
        (await server.His.AskAsync(Story("v2").Asking("r1", StarterItems.Plain))).AssertAnswered();
        Assert.Equal(seen + 1, bureau.Seen);
        server.Server.Process.AssertNoUnexpectedErrors();
    }

    [Fact]
    public async Task A_slow_bureau_delays_nothing_and_its_rows_come_with_the_next_answer()
    {
        await using var bureau = await StandInBureau.OpenAsync();
        var release = new TaskCompletionSource();
        bureau.Behaviour = StandInBureau.Waiting(release.Task, Answer(Row("JR9", "医保局自有规则", "r1", "v1")));
        await using var server = await RelayedServer.StartAsync(bureau.Url, static set => (set["patience_ms"], set["deadline_ms"]) = (100, 60_000));
        var first = (await server.His.AskAsync(Story("v1").Asking("r1", StarterItems.ForWomen))).AssertAnswered();
        Assert.Equal(["r1"], first.Offending);
        Assert.Equal("late", (string)Bureau(first)["state"]!);
        Assert.Contains("医保局审核尚未返回", (string)first.Body["warn_msg"]!, StringComparison.Ordinal);

        release.SetResult();
        bureau.Behaviour = StandInBureau.Saying(StandInBureau.Clean);
        NhsaReply? next = null;
        await Wait.UntilAsync(
            async () => (next = (await server.His.AskAsync(Story("v1").Asking("r2", StarterItems.Plain))).AssertAnswered()).Rows.Any(static row => (string)row["jr_id"]! == "JR9"),
            "the late row is given", TimeSpan.FromSeconds(30));
        Assert.Equal(1, (int)Bureau(next!)["late_results"]!);
    }

    [Fact]
    public async Task Against_a_bureau_that_is_down_or_wrong_our_findings_arrive_in_the_callers_characters()
    {
        await using var bureau = await StandInBureau.OpenAsync();
        bureau.Behaviour = StandInBureau.Saying("""{"infcode":"-1","err_msg":"签到流水号无效"}""");
        await using var server = await RelayedServer.StartAsync(bureau.Url, static set => set["urls"] = new JsonObject { ["3102"] = $"http://127.0.0.1:{ClosedPort.Find()}/" });
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var gb = Encoding.GetEncoding("GB18030");
        var body = gb.GetBytes(Story("v1").Asking("𠮷", StarterItems.ForWomen).Build().ToJsonString(new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
        var refused = (await server.His.SendAsync("3101", body, "application/json;charset=GB18030", encoding: gb)).AssertAnswered();
        Assert.Equal(["𠮷"], refused.Offending);
        Assert.Equal(("refused", "签到流水号无效"), ((string)Bureau(refused)["state"]!, (string)Bureau(refused)["err_msg"]!));
        var request = await bureau.NextAsync();
        Assert.Equal(body, request.Body);
        Assert.Contains("GB18030", request.ContentType, StringComparison.OrdinalIgnoreCase);

        var down = (await server.His.AskAsync(NhsaStory.Of("v2", Installation.HospitalCode, "8").Asking("r1", StarterItems.ForWomen), "3102")).AssertAnswered();
        Assert.Contains("r1", down.Offending);
        Assert.Equal(("failed", "connection"), ((string)Bureau(down)["state"]!, (string)Bureau(down)["reason"]!));
    }

    [Fact]
    public async Task What_we_cannot_read_the_bureau_may_judge()
    {
        await using var bureau = await StandInBureau.OpenAsync();
        bureau.Behaviour = StandInBureau.Saying(Answer(Row("JR1", "医保局自有规则", "r1", "v1")));
        await using var server = await RelayedServer.StartAsync(bureau.Url);
        var body = Story("v1").Asking("r1", StarterItems.Plain).Build();
        body["input"]!["data"]!["patient_dtos"]![0]!["fsi_encounter_dtos"]![0]!["adm_date"] = "昨天";
        var reply = (await server.His.SendAsync("3101", Encoding.UTF8.GetBytes(body.ToJsonString()))).AssertAnswered();
        Assert.Contains(reply.Rows, static row => (string)row["jr_id"]! == "JR1");
        Assert.Contains("adm_date", (string)reply.Body["warn_msg"]!, StringComparison.Ordinal);
        Assert.Contains(reply.Rows, static row => (string)row["rule_id"]! == "OC-UNCHECKED");
    }

    [Fact]
    public async Task In_the_shadow_the_HIS_sees_the_bureaus_own_bytes_and_we_have_judged_all_the_same()
    {
        const string Bytes = """{ "infcode" : 0, "output": { "result": [ ] }, "own" : 1.0 }""";
        await using var bureau = await StandInBureau.OpenAsync();
        bureau.Behaviour = StandInBureau.Saying(Bytes, "application/json");
        await using var server = await RelayedServer.StartAsync(bureau.Url, static set => set["show"] = "bureau_only");
        using var http = new HttpClient();
        using var content = new StringContent(Story("v1").Asking("r1", StarterItems.ForWomen).Build().ToJsonString(), Encoding.UTF8, "application/json");
        using var message = new HttpRequestMessage(HttpMethod.Post, server.Server.Process.HttpAddress + "/nhsa/3101") { Content = content };
        message.Headers.Add("x-api-key", server.Server.ApiKey);
        using var response = await http.SendAsync(message, TestContext.Current.CancellationToken);
        Assert.Equal(Bytes, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        var scrape = await ScrapeAsync(server);
        Assert.Equal(1, scrape.Sum("ordercheck_nhsa_duration_seconds_count", "transaction=\"3101\"", "outcome=\"complete\""));
        Assert.Equal(1, scrape.Sum("ordercheck_bureau_answers_total", "state=\"passed_on\""));
    }

    private static NhsaStory Story(string visit) => NhsaStory.Of(visit, Installation.HospitalCode);

    private static JsonObject Bureau(NhsaReply reply) => reply.Additions["bureau"]!.AsObject();

    private static JsonObject Row(string id, string rule, string line, string visit) => new()
    {
        ["jr_id"] = id,
        ["rule_id"] = "B-" + id,
        ["rule_name"] = rule,
        ["vola_cont"] = "不符",
        ["mdtrt_id"] = visit,
        ["sev_deg"] = "2",
        ["vola_evid"] = "医保局依据",
        ["judge_result_detail_dtos"] = new JsonArray(new JsonObject { ["rx_id"] = line, ["vola_item_type"] = "1" }),
    };

    private static string Answer(params JsonObject[] rows) =>
        new JsonObject { ["infcode"] = "0", ["output"] = new JsonObject { ["result"] = new JsonArray([.. rows]) } }.ToJsonString();

    private static void AssertSigned(BureauRequest request)
    {
        var (timestamp, nonce) = (request.Headers["x-tif-timestamp"], request.Headers["x-tif-nonce"]);
        Assert.Equal(
            Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(timestamp + RelayedServer.Secret + nonce + timestamp))), request.Headers["x-tif-signature"]);
    }

    private static async Task<BureauRequest> UntilToldAsync(StandInBureau bureau)
    {
        BureauRequest request;
        do
            request = await bureau.NextAsync();
        while (request.Path != "/fsi/3103");
        return request;
    }

    private static Task UntilNoneWaitsAsync(RelayedServer server) => Wait.UntilAsync(
        async () => (await ScrapeAsync(server)).Sum("ordercheck_bureau_dispositions_waiting") == 0,
        "the bureau has been told", TimeSpan.FromSeconds(30));

    private static async Task<Scrape> ScrapeAsync(RelayedServer server) =>
        await Scrape.OfAsync(server.Server.Process, ("x-api-key", await Installation.BootstrapKeyAsync(server.Server.Data)));
}
