using System.Net;
using OrderCheck.EndToEnd.Servers;
using OrderCheck.EndToEnd.Story;
using Xunit;

namespace OrderCheck.EndToEnd.Json;

/// <summary>Whatever a JSON caller is refused, it is told in problem details: what, where, and what is allowed.</summary>
[Collection(SharedServerCollection.Name)]
public sealed class ProblemTests(SharedServer shared) : IDisposable
{
    private const int LargestMessage = 4 * 1024 * 1024;
    private readonly JsonCaller _his = new(shared.Server.HttpAddress, shared.ApiKey);

    public void Dispose() => _his.Dispose();

    [Fact]
    public async Task A_path_that_is_not_there_is_named() =>
        Assert.Contains("/v1/ordrs", (await _his.GetAsync("/v1/ordrs:check")).AssertProblem(HttpStatusCode.NotFound, "NOT_FOUND", "unknown_path").Detail);

    [Theory]
    [InlineData("DELETE", "/v1/late", "GET")]
    [InlineData("GET", "/v1/orders:check", "POST")]
    [InlineData("PUT", "/v1/checks/c1", "GET")]
    public async Task A_method_that_a_path_does_not_know_is_refused_with_those_that_it_knows(string method, string path, string allowed)
    {
        var reply = await _his.SendAsync(new HttpMethod(method), path);

        Assert.Contains($"allowed: {allowed}", reply.AssertProblem(HttpStatusCode.MethodNotAllowed, "UNIMPLEMENTED", "method_not_allowed").Detail);
    }

    [Theory]
    [InlineData("")]
    [InlineData("text/plain")]
    [InlineData("application/xml")]
    [InlineData("application/json; charset=gbk")]
    public async Task A_content_type_that_is_no_JSON_is_refused(string contentType)
    {
        var reply = await _his.SendAsync(HttpMethod.Post, "/v1/orders:check", "{}", contentType);

        Assert.Contains("application/json in UTF-8", reply.AssertProblem(HttpStatusCode.UnsupportedMediaType, "INVALID_ARGUMENT", "unsupported_media_type").Detail);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_body_over_the_limit_is_refused_and_the_server_goes_on(bool chunked)
    {
        var body = "{\"requestId\":\"" + new string('x', LargestMessage) + "\"}";

        var reply = await _his.SendAsync(HttpMethod.Post, "/v1/charges:post", body, chunked: chunked);

        Assert.Contains("4194304", reply.AssertProblem(HttpStatusCode.RequestEntityTooLarge, "RESOURCE_EXHAUSTED", "too_large").Detail);
        Assert.Equal(HttpStatusCode.OK, (await CheckAsync("")).Status);
    }

    [Theory]
    [InlineData("", 1, 1, "")]
    [InlineData("[]", 1, 1, "")]
    [InlineData("{\"encounter\":{\"visitNumber\":\"v\"},\n \"orders\":[{\"id\":\"甲乙\" oops}]}", 2, 23, "orders[0]")]
    [InlineData("{\"encounter\":{\"visitNumber\":\"v\",}}", 1, 33, "encounter")]
    [InlineData("{\"requestId\":\"\\ud800\"}", 1, 14, "requestId")]
    [InlineData("{\"orders\":[{\"id\":oops}]}", 1, 18, "orders[0].id")]
    [InlineData("{} {}", 1, 4, "")]
    public async Task A_body_that_is_no_JSON_is_refused_with_line_column_and_field(string body, int line, int column, string field)
    {
        var reply = await _his.PostAsync("/v1/orders:sign", body);

        reply.AssertProblem(HttpStatusCode.BadRequest, "INVALID_ARGUMENT", "not_json");
        Assert.Equal(($"{line}", $"{column}"), ((string?)reply.Body["metadata"]!["line"], (string?)reply.Body["metadata"]!["column"]));
        Assert.Equal(field, reply.Violations.Count == 0 ? "" : reply.Violations[0].Field);
    }

    [Theory]
    [InlineData("\"itemCod\":\"x\"", "orders[0].itemCod", "is no field of Order")]
    [InlineData("\"item_cod\":\"x\"", "orders[0].item_cod", "item_hospital_code")]
    [InlineData("\"kind\":\"ORDER_KIND_SERVCE\"", "orders[0].kind", "ORDER_KIND_SERVICE")]
    [InlineData("\"startAt\":\"2026-03-01T08:30:00\"", "orders[0].startAt", "with its zone")]
    [InlineData("\"startAt\":\"2026-02-30T08:30:00Z\"", "orders[0].startAt", "\"2026-02-30T08:30:00Z\" is not a time")]
    [InlineData("\"days\":1.5", "orders[0].days", "whole number")]
    [InlineData("\"days\":\"99999999999\"", "orders[0].days", "99999999999")]
    [InlineData("\"days\":\"5\"", "orders[0].days", "without quotation marks")]
    [InlineData("\"longTerm\":\"yes\"", "orders[0].longTerm", "true or false")]
    [InlineData("\"quantity\":{\"value\":1.5,\"unit\":\"次\"}", "orders[0].quantity.value", "\"12.34\"")]
    [InlineData("\"quantity\":\"1\"", "orders[0].quantity", "an object")]
    [InlineData("\"route\":\"po\",\"route\":\"iv\"", "orders[0].route", "is given twice")]
    [InlineData("\"itemName\":\"x\",\"item_name\":\"y\"", "orders[0].item_name", "is given twice")]
    public async Task A_field_that_is_not_one_of_the_message_is_refused_by_name(string member, string field, string said)
    {
        var reply = await CheckAsync("," + member);

        Assert.Contains(said, reply.AssertProblem(HttpStatusCode.BadRequest, "INVALID_ARGUMENT", "bad_form").Violation(field));
        Assert.Contains(field, reply.Detail);
    }

    [Fact]
    public async Task When_somebody_was_born_is_not_repeated()
    {
        var body = """{"encounter":{"visitNumber":"v"},"requestId":"r","events":[{"id":"e","admit":{"stay":{"birthTime":"1958年6月2日"}}}]}""";

        var said = (await _his.PostAsync("/v1/events:report", body)).Violation("events[0].admit.stay.birthTime");

        Assert.Contains("is not a time", said);
        Assert.DoesNotContain("1958", said);
    }

    [Fact]
    public async Task Two_events_in_one_are_refused()
    {
        var body = """{"encounter":{"visitNumber":"v"},"requestId":"r","events":[{"id":"e","leave":{},"discharge":{"way":"1"}}]}""";

        Assert.Contains("beside leave", (await _his.PostAsync("/v1/events:report", body)).Violation("events[0].discharge"));
    }

    [Theory]
    [InlineData("/v1/late?limt=5", "limt", "limit")]
    [InlineData("/v1/late?limit=many", "limit", "whole number")]
    [InlineData("/v1/late?limit=1&limit=2", "limit", "twice")]
    [InlineData("/v1/late?limit=201", "limit", "0 to 200")]
    [InlineData("/v1/work?day=2026-13-01", "day", "\"2026-13-01\" is not a day")]
    public async Task A_query_that_is_not_one_of_the_method_is_refused_by_name(string path, string field, string said) =>
        Assert.Contains(said, (await _his.GetAsync(path)).AssertProblem(HttpStatusCode.BadRequest, "INVALID_ARGUMENT", "bad_form").Violation(field));

    [Fact]
    public async Task A_field_in_the_query_beside_a_body_is_refused() =>
        (await _his.PostAsync("/v1/orders:check?maxCards=3", "{}")).AssertProblem(HttpStatusCode.BadRequest, "INVALID_ARGUMENT", "bad_form").Violation("maxCards");

    [Fact]
    public async Task Without_a_key_nothing_is_told()
    {
        using var nobody = new JsonCaller(shared.Server.HttpAddress, apiKey: null);

        (await nobody.GetAsync("/v1/late")).AssertProblem(HttpStatusCode.Unauthorized, "UNAUTHENTICATED", "unauthenticated");
        (await nobody.GetAsync("/openapi/v1.json")).AssertProblem(HttpStatusCode.Unauthorized, "UNAUTHENTICATED", "unauthenticated");
        (await nobody.GetAsync("/metrics")).AssertProblem(HttpStatusCode.Unauthorized, "UNAUTHENTICATED", "unauthenticated");
    }

    [Fact]
    public async Task What_is_not_there_and_what_may_not_be_done_have_their_own_status()
    {
        using var nurse = new JsonCaller(shared.Server.HttpAddress, shared.ApiKey, "nurse");
        var body = """{"encounter":{"visitNumber":"v"},"requestId":"r","orders":[]}""";

        (await _his.GetAsync("/v1/encounters/nobody")).AssertProblem(HttpStatusCode.NotFound, "NOT_FOUND", "unknown_encounter");
        var refused = (await nurse.PostAsync("/v1/orders:sign", body)).AssertProblem(HttpStatusCode.Forbidden, "PERMISSION_DENIED", "not_permitted");
        Assert.Equal(("nurse", "SignOrders"), ((string?)refused.Body["metadata"]!["role"], (string?)refused.Body["metadata"]!["operation"]));
    }

    [Fact]
    public async Task A_request_id_with_other_content_is_a_conflict()
    {
        static string Post(string id) =>
            $$"""{"encounter":{"visitNumber":"json-conflict"},"requestId":"r1","charges":[{"id":"{{id}}","itemCode":"{{StarterItems.Plain}}","quantity":"1","unitPrice":"1.5","amount":"1.50","occurredAt":"2026-03-01T08:30:00+08:00"}]}""";
        Assert.Equal(HttpStatusCode.OK, (await _his.PostAsync("/v1/charges:post", Post("c1"))).Status);

        var reply = await _his.PostAsync("/v1/charges:post", Post("c2"));

        reply.AssertProblem(HttpStatusCode.Conflict, "ALREADY_EXISTS", "request_id_reused");
        Assert.Equal("r1", (string?)reply.Body["metadata"]!["id"]);
    }

    private Task<JsonReply> CheckAsync(string members) => _his.PostAsync(
        "/v1/orders:check",
        $$"""{"encounter":{"visitNumber":"json-check"},"orders":[{"id":"o1"{{members}}{{(members.Contains("kind") ? "" : ",\"kind\":\"ORDER_KIND_SERVICE\"")}}{{(members.Contains("startAt") ? "" : ",\"startAt\":\"2026-03-01T08:30:00+08:00\"")}},"itemCode":"x"}]}""");
}
