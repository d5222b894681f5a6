using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using OrderCheck.EndToEnd.Json;
using OrderCheck.EndToEnd.Servers;
using OrderCheck.EndToEnd.Story;
using OrderCheck.EndToEnd.Telemetry;
using OrderCheck.Protocol.V1;
using Xunit;

namespace OrderCheck.EndToEnd.Nhsa;

/// <summary>Days of a HIS that asks by 3101 alone.</summary>
[Collection(SharedServerCollection.Name)]
public sealed class AskingTests(SharedServer shared) : IDisposable
{
    private const string Licence = "signer-without-licence";

    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(60);
    private readonly NhsaHis _his = new(shared.Server.HttpAddress, ("x-api-key", shared.ApiKey));

    public void Dispose() => _his.Dispose();

    [Fact]
    public async Task A_patient_nobody_has_reported_is_answered_at_once_row_by_row()
    {
        var reply = (await _his.AskAsync(Story("first").Before("r1", StarterItems.Plain).Asking("r2", StarterItems.ForWomen).Asking("r3", StarterItems.Plain))).AssertAnswered();

        var row = Assert.Single(reply.Rows);
        Assert.Equal(["r2"], reply.Offending);
        Assert.Equal(("first", Facts.PatientNumber("first"), "T-first"), ((string)row["mdtrt_id"]!, (string)row["patn_id"]!, (string)row["task_id"]!));
        Assert.Equal(Installation.HospitalCode + "202603150840120001", (string)reply.Body["inf_refmsgid"]!);
        Assert.Equal((10m, "1"), ((decimal)row["vola_amt"]!, (string)row["vola_amt_stas"]!));
        Assert.Equal("complete", (string)reply.Additions["state"]!);
        Assert.StartsWith("OC", (string)row["jr_id"]!, StringComparison.Ordinal);
    }

    /// <summary>The answer may never have reached the screen, and an empty array would say that nothing is wrong.</summary>
    [Fact]
    public async Task Who_asks_again_without_having_decided_is_answered_the_same_again()
    {
        var story = Story("again-the-same").Asking("r1", StarterItems.ForWomen);
        var first = (await _his.AskAsync(story)).AssertAnswered();

        var again = (await _his.AskAsync(story)).AssertAnswered();

        Assert.Equal(["r1"], first.Offending);
        Assert.Equal(first.Rows.Select(Said), again.Rows.Select(Said));

        static (string, string, string) Said(JsonObject row) => ((string)row["rule_id"]!, (string)row["vola_cont"]!, row["vola_amt"]!.ToString());
    }

    [Fact]
    public async Task Nothing_wrong_is_an_empty_array() =>
        Assert.Empty((await _his.AskAsync(Story("clean").Asking("r1", StarterItems.Plain))).AssertAnswered().Rows);

    [Fact]
    public async Task Lines_told_once_are_remembered_when_the_next_call_tells_only_the_new_ones()
    {
        await _his.AskAsync(Story("memory").Before("r1", StarterItems.OncePerDay));
        await KeptAsync("memory", 1);

        var second = (await _his.AskAsync(Story("memory").Asking("r2", StarterItems.OncePerDay))).AssertAnswered();
        var alone = (await _his.AskAsync(Story("no-memory").Asking("r2", StarterItems.OncePerDay))).AssertAnswered();

        Assert.Contains("r2", second.Offending);
        Assert.Empty(alone.Rows);
    }

    [Fact]
    public async Task A_line_asked_about_is_no_order_until_it_comes_as_one()
    {
        await _his.AskAsync(Story("draft").Before("r0", StarterItems.Plain).Asking("r1", StarterItems.OncePerDay));
        await KeptAsync("draft", 1);

        var again = (await _his.AskAsync(Story("draft").Asking("r2", StarterItems.OncePerDay))).AssertAnswered();

        Assert.Empty(again.Rows);
    }

    [Fact]
    public async Task Every_line_of_the_stay_may_be_flagged_current()
    {
        var reply = (await _his.AskAsync(Story("all-current").Asking("r1", StarterItems.OncePerDay).Asking("r2", StarterItems.OncePerDay).Asking("r3", StarterItems.ForWomen))).AssertAnswered();

        Assert.Contains("r3", reply.Offending);
        Assert.Contains(reply.Offending, id => id is "r1" or "r2");
    }

    /// <summary>Judged apart, each would be the first of its day.</summary>
    [Fact]
    public async Task A_visit_that_is_told_anew_with_each_line_is_judged_as_one()
    {
        var body = Story("by-line").Asking("r1", StarterItems.OncePerDay).Build();
        var again = Story("by-line").Asking("r2", StarterItems.OncePerDay).Build();
        body["input"]!["data"]!["patient_dtos"]!.AsArray().Add(again["input"]!["data"]!["patient_dtos"]![0]!.DeepClone());

        var reply = (await _his.SendAsync("3101", Encoding.UTF8.GetBytes(body.ToJsonString()))).AssertAnswered();

        Assert.Equal(["r1", "r2"], reply.Offending.Order());
    }

    [Fact]
    public async Task A_line_that_is_refunded_in_a_call_of_its_own_is_used_no_more()
    {
        await _his.AskAsync(Story("refunded").Before("r0", StarterItems.Plain).Before("r1", StarterItems.OncePerDay));
        await KeptAsync("refunded", 2);
        await _his.AskAsync(Story("refunded").Before("r1", StarterItems.OncePerDay, "-1"));
        await KeptAsync("refunded", 1);

        Assert.Empty((await _his.AskAsync(Story("refunded").Asking("r2", StarterItems.OncePerDay))).AssertAnswered().Rows);
    }

    [Fact]
    public async Task A_line_edited_since_it_was_checked_is_judged_again_and_named()
    {
        await _his.AskAsync(Story("edited").Asking("r1", StarterItems.Plain));

        var reply = (await _his.AskAsync(Story("edited").Asking("r1", StarterItems.ForWomen))).AssertAnswered();

        Assert.Equal(["r1"], reply.Offending);
        Assert.Equal(["r1"], reply.Additions["changed_rx_ids"]!.AsArray().Select(static id => (string)id!));
    }

    [Fact]
    public async Task Told_again_the_same_stay_writes_nothing_more()
    {
        var story = Story("again").Before("r1", StarterItems.Plain).Asking("r2", StarterItems.Plain);
        await _his.AskAsync(story);
        var kept = await KeptAsync("again", 1);

        await _his.AskAsync(story);
        // What is kept behind this answer is kept behind the earlier ones.
        await _his.AskAsync(Story("again").Before("r9", StarterItems.Plain));

        Assert.Equal(kept.LedgerSequence + 2, (await KeptAsync("again", 2)).LedgerSequence);
    }

    [Fact]
    public async Task One_scenario_has_one_verdict_through_gRPC_JSON_and_3101()
    {
        await shared.His.ReportAsync("same", "admit", Facts.Admit("same"));
        Order[] orders = [Charged(Facts.Service("r1", StarterItems.ForWomen)), Charged(Facts.Service("r2", StarterItems.OncePerDay, "2"))];
        var grpc = await shared.His.CheckAsync("same", orders);
        using var json = new JsonCaller(shared.Server.HttpAddress, shared.ApiKey, "his");
        var transcoded = await json.PostAsync("/v1/orders:check", new CheckOrdersRequest { Encounter = new EncounterRef { VisitNumber = "same" }, Stage = Stage.Order, Orders = { orders } }.ToString());

        var nhsa = (await _his.AskAsync(Story("same").Asking("r1", StarterItems.ForWomen).Asking("r2", StarterItems.OncePerDay, "2"))).AssertAnswered();

        var kept = await shared.His.Orders.GetCheckAsync(new GetCheckRequest { CheckId = nhsa.CheckId }, shared.His.Options);
        Assert.NotEmpty(grpc.Findings);
        Assert.Equal(Verdicts(grpc), Verdicts(kept));
        // What the HIS charges is what is at stake, whatever the price list says.
        Assert.Contains(Verdicts(kept), static verdict => verdict.Amount is "10" or "10.00");
        Assert.Equal(
            Verdicts(grpc).Select(static verdict => (verdict.Rule, verdict.Key)),
            transcoded.Body["findings"]!.AsArray().Select(static one => ((string)one!["rule"]!, (string)one["key"]!)).Order());
    }

    [Fact]
    public async Task The_title_that_is_told_of_a_doctor_whom_no_dictionary_knows_counts_through_gRPC_and_3101_alike()
    {
        await shared.His.ReportAsync("titles", "admit", Facts.Admit("titles"));
        var order = Charged(Facts.Service("r1", StarterItems.RestrictedAntibiotic));
        (order.Kind, order.Doctor, order.DoctorTitle, order.Quantity) = (OrderKind.Drug, "D-UNKNOWN", "住院医师", new Amount { Value = "1", Unit = "支" });
        var grpc = await shared.His.CheckAsync("titles", order);

        var resident = (await AskedBy("2")).AssertAnswered();
        var attending = (await AskedBy("3")).AssertAnswered();

        Assert.Contains(grpc.Findings, static finding => finding.Rule == Licence);
        Assert.Contains(resident.Additions["findings"]!.AsArray(), static finding => (string)finding!["rule"]! == Licence);
        Assert.DoesNotContain(attending.Additions["findings"]!.AsArray(), static finding => (string)finding!["rule"]! == Licence);

        async Task<NhsaReply> AskedBy(string title)
        {
            var body = Story("titles-" + title).Asking("r1", StarterItems.RestrictedAntibiotic).Build();
            var line = body["input"]!["data"]!["patient_dtos"]![0]!["fsi_encounter_dtos"]![0]!["fsi_order_dtos"]![0]!;
            (line["hilist_type"], line["spec_unt"], line["drord_dr_codg"], line["drord_dr_profttl"]) = ("101", "支", "D-UNKNOWN", title);
            return await _his.SendAsync("3101", Encoding.UTF8.GetBytes(body.ToJsonString()));
        }
    }

    [Fact]
    public async Task Settlement_judges_the_stay_and_the_lines_and_says_each_finding_once()
    {
        var story = Story("settle", scenario: "8").Before("r1", StarterItems.OncePerDay).Before("r2", StarterItems.OncePerDay).Asking("r3", StarterItems.ForWomen);

        var reply = (await _his.AskAsync(story, "3102")).AssertAnswered();

        Assert.Contains("r3", reply.Offending);
        Assert.Contains(reply.Offending, id => id is "r1" or "r2");
        Assert.True(reply.Additions["check_ids"]!.AsArray().Count >= 2);
        Assert.Equal(reply.Rows.Count, reply.Rows.Select(static row => (row["rule_id"]!.ToString(), row["vola_cont"]!.ToString())).Distinct().Count());
    }

    [Fact]
    public async Task Ten_thousand_lines_of_before_are_answered_and_kept()
    {
        var story = Story("long-stay");
        for (var i = 0; i < 10_000; i++)
            story.Before(string.Create(CultureInfo.InvariantCulture, $"h{i}"), StarterItems.Plain);

        var body = story.Asking("r1", StarterItems.ForWomen).Build();
        Slim(body);
        var reply = (await _his.SendAsync("3101", Encoding.UTF8.GetBytes(body.ToJsonString()))).AssertAnswered();

        Assert.Contains("r1", reply.Offending);
        await KeptAsync("long-stay", 10_000);
    }

    [Fact]
    public async Task What_leaves_the_specification_is_understood_and_counted()
    {
        var body = Story("deviating").Asking("r1", StarterItems.ForWomen).Build();
        var data = body["input"]!["data"]!.AsObject();
        data["patient_dtos"] = data["patient_dtos"]![0]!.DeepClone();
        data["rule_ids"] = null;

        var reply = (await _his.SendAsync("3101", Encoding.UTF8.GetBytes(body.ToJsonString()))).AssertAnswered();
        var scrape = await Scrape.OfAsync(shared.Server, ("x-api-key", shared.AdministratorKey));

        Assert.Equal(["r1"], reply.Offending);
        Assert.NotEmpty(reply.Additions["tolerated"]!.AsArray());
        Assert.True(scrape.Sum("ordercheck_nhsa_deviations_total", $"hospital=\"{Installation.HospitalCode}\"") > 0);
        Assert.True(scrape.Sum("ordercheck_nhsa_duration_seconds_count", "transaction=\"3101\"") > 0);
    }

    [Fact]
    public async Task GB18030_comes_and_goes_with_every_character()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var gb = Encoding.GetEncoding("GB18030");
        var body = Story("gb").Asking("𠮷田𬭚", StarterItems.ForWomen).Build().ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

        var reply = (await _his.SendAsync("3101", gb.GetBytes(body), "application/json;charset=GB18030", encoding: gb)).AssertAnswered();

        Assert.Contains("gb18030", reply.ContentType, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(["𠮷田𬭚"], reply.Offending);
    }

    /// <summary>As lines of the story are.</summary>
    private static Order Charged(Order order)
    {
        (order.UnitPrice, order.Amount) = ("10", "10");
        return order;
    }

    private static NhsaStory Story(string visit, string scenario = "5") => NhsaStory.Of(visit, Installation.HospitalCode, scenario);

    private static IEnumerable<(string Rule, string Key, Severity Severity, string Amount)> Verdicts(CheckAnswer answer) =>
        answer.Findings.Select(static finding => (finding.Rule, finding.Key, finding.Severity, finding.Amount)).Order();

    private async Task<EncounterSummary> KeptAsync(string visit, int orders)
    {
        EncounterSummary? kept = null;
        await Wait.UntilAsync(
            async () =>
            {
                try
                {
                    return (kept = await shared.His.DescribeAsync(visit)).ActiveOrders == orders;
                }
                catch (Grpc.Core.RpcException missing) when (missing.StatusCode == Grpc.Core.StatusCode.NotFound)
                {
                    return false;
                }
            },
            $"{orders} orders of {visit} are kept", Soon);
        return kept!;
    }

    /// <summary>As callers do that leave out what they do not know: 10 000 whole lines are beyond 4 MB.</summary>
    private static void Slim(JsonObject body)
    {
        foreach (var line in body["input"]!["data"]!["patient_dtos"]![0]!["fsi_encounter_dtos"]![0]!["fsi_order_dtos"]!.AsArray())
        {
            foreach (var name in (string[])["rxno", "grpno", "hilist_name", "hilist_pric", "hosplist_code", "hosplist_name", "ownpay_amt", "selfpay_amt", "spec", "drord_dept_name", "drord_dr_name", "drord_dr_profttl"])
                line!.AsObject().Remove(name);
        }
    }
}
