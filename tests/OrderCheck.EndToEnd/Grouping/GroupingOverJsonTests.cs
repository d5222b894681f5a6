using System.Net;
using System.Text.Json.Nodes;
using OrderCheck.EndToEnd.Json;
using OrderCheck.EndToEnd.Servers;
using Xunit;

namespace OrderCheck.EndToEnd.Grouping;

/// <summary>Cases are grouped over JSON by the starter rules.</summary>
[Collection(SharedServerCollection.Name)]
public sealed class GroupingOverJsonTests(SharedServer shared)
{
    private const string Stroke = """
        "sex": "SEX_MALE", "ageYears": 62, "diagnoses": ["I63.900", "J18.900"],
        "region": "示例市", "insuranceType": "310", "dischargeDate": "2026-03-01"
        """;

    [Fact]
    public async Task A_case_gets_its_group_with_names_and_reasons()
    {
        var reply = await PostAsync("/v1/cases:group", $$"""{"case": {"caseId": "c1", {{Stroke}}}, "withReasons": true}""");

        Assert.Equal(HttpStatusCode.OK, reply.Status);
        Assert.Equal(("c1", "GROUPING_STATUS_GROUPED", "BR2", "chs-drg-2.0", "2.0"),
            (Text(reply.Body, "caseId"), Text(reply.Body, "status"), Text(reply.Body, "adrg"), Text(reply.Body, "scheme"), Text(reply.Body, "schemeVersion")));
        Assert.NotEmpty(Text(reply.Body, "drgName"));
        var last = reply.Body["reasons"]!["tried"]!.AsArray()[^1]!;
        Assert.Equal((Text(reply.Body, "drg"), true), (Text(last, "code"), (bool)last["decided"]!));
    }

    [Fact]
    public async Task In_a_batch_bad_form_is_answered_for_its_case_by_name()
    {
        var reply = await PostAsync(
            "/v1/cases:groupBatch", $$"""{"cases": [{"caseId": "good", {{Stroke}}}, {"caseId": "bad", {{Stroke}}, "ageDays": -5}]}""");

        Assert.Equal(HttpStatusCode.OK, reply.Status);
        var cases = reply.Body["cases"]!.AsArray();
        Assert.Equal(("good", "BR2"), (Text(cases[0]!["group"]!, "caseId"), Text(cases[0]!["group"]!, "adrg")));
        var fault = cases[1]!["fault"]!;
        Assert.Equal("bad", Text(fault, "caseId"));
        Assert.Equal("cases[1].age_days", Text(fault["violations"]![0]!, "field"));
        Assert.Contains("-5", Text(fault["violations"]![0]!, "description"));
        Assert.NotEmpty(Text(reply.Body, "releaseNumber"));
    }

    [Fact]
    public async Task A_thousand_cases_are_one_call_and_one_more_is_refused()
    {
        var reply = await PostAsync("/v1/cases:groupBatch", Batch(1_000));
        Assert.Equal((HttpStatusCode.OK, 1_000), (reply.Status, reply.Body["cases"]!.AsArray().Count));

        var refused = await PostAsync("/v1/cases:groupBatch", Batch(1_001));
        Assert.Contains("1001", refused.AssertProblem(HttpStatusCode.BadRequest, "INVALID_ARGUMENT", "bad_form").Violation("cases"));
    }

    [Fact]
    public async Task The_schemes_are_listed_with_their_profiles()
    {
        using var caller = new JsonCaller(shared.Server.HttpAddress, shared.ApiKey);

        var reply = await caller.GetAsync("/v1/schemes");

        Assert.Equal(HttpStatusCode.OK, reply.Status);
        Assert.Equal("chs-drg-2.0", Text(reply.Body["schemes"]![0]!, "id"));
        var profile = reply.Body["profiles"]![0]!;
        Assert.Equal(("示例市", "2025-01-01"), (Text(profile, "region"), Text(profile, "validFrom")));
    }

    private static string Batch(int cases) =>
        $$"""{"cases": [{{string.Join(',', Enumerable.Range(0, cases).Select(n => $$"""{"caseId": "c{{n}}", {{Stroke}}}"""))}}]}""";

    private static string Text(JsonNode message, string field) => (string)message[field]!;

    private async Task<JsonReply> PostAsync(string path, string json)
    {
        using var caller = new JsonCaller(shared.Server.HttpAddress, shared.ApiKey);
        return await caller.PostAsync(path, json);
    }
}
