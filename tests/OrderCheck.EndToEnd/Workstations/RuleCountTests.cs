using System.Globalization;
using System.Net;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using OrderCheck.EndToEnd.Json;
using OrderCheck.EndToEnd.Servers;
using OrderCheck.EndToEnd.Story;
using OrderCheck.Protocol.V1;
using Xunit;

namespace OrderCheck.EndToEnd.Workstations;

/// <summary>The office looks after its rules: how often each spoke, and how often it was blind for want of what.</summary>
[Collection(SharedServerCollection.Name)]
public sealed class RuleCountTests(SharedServer shared)
{
    private const string Daily = "more-than-allowed-on-a-day";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);
    private readonly LateWard _ward = new(shared);

    private static string Today => Facts.Now.ToOffset(TimeSpan.FromHours(8)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    [Fact]
    public async Task What_a_rule_says_is_in_its_record_with_its_title_and_domain()
    {
        using var officer = await _ward.OfficerAsync();
        var before = await SaidAsync(officer);
        await shared.His.ReportAsync("counted-1", "admit", Facts.Admit("counted-1"));

        await shared.His.CheckAsync("counted-1", Facts.Service("o1", StarterItems.OncePerDay, quantity: "2"));

        var record = Assert.Single((await ListAsync(officer, new ListRuleCountsRequest { Rule = Daily })).Rules);
        Assert.Equal((Daily, "price", "active", false), (record.Rule, record.Domain, record.State, record.Shadow));
        Assert.NotEmpty(record.Title);
        Assert.Equal(before + 1, record.Said);
        Assert.Equal(record.Blind, record.Missing.Sum(static missing => missing.Times));
        Assert.Empty((await ListAsync(officer, new ListRuleCountsRequest { Rule = Daily, Domain = "safety" })).Rules);
        Assert.Empty((await ListAsync(officer, new ListRuleCountsRequest { Rule = Daily, FromDay = "2020-01-01", ToDay = "2020-12-31" })).Rules);
    }

    [Fact]
    public async Task What_was_decided_on_its_findings_is_in_its_record()
    {
        using var officer = await _ward.OfficerAsync();
        await shared.His.ReportAsync("counted-2", "admit", Facts.Admit("counted-2"));
        var order = Facts.Service("o1", StarterItems.OncePerDay, quantity: "2");
        var check = await shared.His.CheckAsync("counted-2", order);
        var before = await RecordAsync(officer);
        var decisions = new RecordDecisionsRequest { Encounter = new EncounterRef { VisitNumber = "counted-2" }, RequestId = "decide" };
        decisions.Decisions.Add(new Decision
        {
            Id = "d1",
            CheckId = check.CheckId,
            FindingKey = check.Findings.Single(static finding => finding.Rule == Daily).Key,
            Kind = DecisionKind.Changed,
            OccurredAt = Timestamp.FromDateTimeOffset(Facts.Now),
        });

        await shared.His.Orders.RecordDecisionsAsync(decisions, shared.His.Options);

        var after = await RecordAsync(officer);
        Assert.Equal(CountOf(before) + 1, CountOf(after));
        Assert.Equal(before.Said, after.Said);

        static long CountOf(RuleRecord record) => record.Decided.Where(static decided => decided.Kind == DecisionKind.Changed).Sum(static decided => decided.Times);
        async Task<RuleRecord> RecordAsync(His reader) =>
            (await ListAsync(reader, new ListRuleCountsRequest { Rule = Daily })).Rules.Single(static rule => !rule.Shadow);
    }

    [Fact]
    public async Task Where_a_rule_was_blind_its_record_says_for_want_of_what()
    {
        using var officer = await _ward.OfficerAsync();
        var woman = Facts.Service("o1", StarterItems.ForWomen);

        await shared.His.CheckAsync("counted-nobody", woman);

        var record = Assert.Single((await ListAsync(officer, new ListRuleCountsRequest { Rule = "item-for-the-other-sex" })).Rules, static rule => !rule.Shadow);
        Assert.Contains(record.Missing, static missing => missing is { Input: "patient.Sex", Label: "患者性别", Times: > 0 });
    }

    [Fact]
    public async Task The_record_is_the_same_in_JSON_and_reading_it_is_audited_and_denied_to_all_but_the_office()
    {
        using var officer = await _ward.WithRoleAsync("officer", "rule-officer");
        using var json = new JsonCaller(shared.Server.HttpAddress, shared.ApiKey, role: "officer", person: "json-officer");
        using var doctor = _ward.Doctor("rule-doctor");
        var request = new ListRuleCountsRequest { Rule = Daily, FromDay = "2020-01-01", ToDay = "2020-12-31" };

        var answer = await ListAsync(officer, request);
        var reply = await json.GetAsync($"/v1/rules/counts?rule={Daily}&fromDay=2020-01-01&toDay=2020-12-31");

        Assert.Equal(HttpStatusCode.OK, reply.Status);
        Assert.Equal(answer, JsonParser.Default.Parse<ListRuleCountsAnswer>(reply.Body.ToJsonString()));
        var refusal = await Refusal.OfAsync(() => ListAsync(doctor, request));
        Assert.Equal((StatusCode.PermissionDenied, "not_permitted"), (refusal.Code, refusal.Reason));
        Assert.Equal([("ListRuleCounts", $"{Daily} 2020-01-01 2020-12-31", "ok")], await new AuditTable(shared.Data).OfAsync("rule-officer", count: 1));
    }

    [Theory]
    [InlineData("2026-3-1", "", "", "from_day")]
    [InlineData("", "soon", "", "to_day")]
    [InlineData("2026-03-02", "2026-03-01", "", "from_day")]
    [InlineData("2024-01-01", "2026-03-01", "", "from_day")]
    [InlineData("", "", "Payment", "domain")]
    public async Task What_cannot_be_asked_for_is_refused_by_name(string from, string to, string domain, string field)
    {
        using var officer = await _ward.OfficerAsync();

        var refusal = await Refusal.OfAsync(() => ListAsync(officer, new ListRuleCountsRequest { FromDay = from, ToDay = to, Domain = domain }));

        Assert.Equal((StatusCode.InvalidArgument, "bad_form"), (refusal.Code, refusal.Reason));
        refusal.Field(field);
    }

    [Fact]
    public async Task The_tool_prints_it_as_a_table()
    {
        await shared.His.ReportAsync("counted-2", "admit", Facts.Admit("counted-2"));
        await shared.His.CheckAsync("counted-2", Facts.Service("o1", StarterItems.OncePerDay, quantity: "2"));

        var (code, output) = await ChildProcess.RunAsync(
            "dotnet",
            [Repository.Built("OrderCheck.Cli", "ordercheck.dll"), "rules", "counts", "--server", shared.Server.GrpcAddress, "--api-key", shared.ApiKey, "--rule", Daily, "--json"],
            Patience);

        Assert.True(code == 0, output);
        Assert.Contains("无法判定 blind", output, StringComparison.Ordinal);
        Assert.Contains(Daily, output, StringComparison.Ordinal);
        Assert.Contains($"\"to_day\":\"{Today}\",\"rules\":1", output, StringComparison.Ordinal);
    }

    private static async Task<long> SaidAsync(His officer) =>
        (await ListAsync(officer, new ListRuleCountsRequest { Rule = Daily })).Rules.Where(static rule => !rule.Shadow).Sum(static rule => rule.Said);

    private static async Task<ListRuleCountsAnswer> ListAsync(His reader, ListRuleCountsRequest request) =>
        await reader.Orders.ListRuleCountsAsync(request, reader.Options);
}
