using System.Net;
using OrderCheck.EndToEnd.Servers;
using Xunit;

namespace OrderCheck.EndToEnd.Json;

/// <summary>How JSON is read and written where nothing is wrong.</summary>
[Collection(SharedServerCollection.Name)]
public sealed class JsonAnswerTests(SharedServer shared) : IDisposable
{
    private readonly JsonCaller _his = new(shared.Server.HttpAddress, shared.ApiKey);

    public void Dispose() => _his.Dispose();

    [Fact]
    public async Task Both_spellings_of_a_field_are_read()
    {
        var camel = await PostAsync("camel", "'unitPrice':'12.34','occurredAt':'2026-03-01T08:30:00Z','itemName':'x','itemCode':null");
        var snake = await PostAsync("snake", "'unit_price':'12.34','occurred_at':'2026-03-01T08:30:00Z','item_name':'x'");

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (camel.Status, snake.Status));
    }

    [Fact]
    public async Task What_is_said_of_a_field_spells_it_as_the_request_does()
    {
        var camel = await PostAsync("spelled", "'unitPrice':'x','occurredAt':'2026-03-01T08:30:00Z','itemName':'x'");
        var snake = await PostAsync("spelled", "'unit_price':'x','occurred_at':'2026-03-01T08:30:00Z','item_name':'x'");

        Assert.Equal(camel.Violation("charges[0].unitPrice"), snake.Violation("charges[0].unit_price"));
    }

    [Fact]
    public async Task A_list_that_is_null_is_an_empty_one()
    {
        var reply = await _his.PostAsync("/v1/orders:check", """{"encounter":{"visitNumber":"v"},"orders":null}""");

        Assert.Contains("has 0 elements", reply.AssertProblem(HttpStatusCode.BadRequest, "INVALID_ARGUMENT", "bad_form").Violation("orders"));
    }

    [Fact]
    public async Task An_event_beside_others_that_are_null_is_the_only_one()
    {
        var body = """{"encounter":{"visitNumber":"nulls","mdtrtId":null},"requestId":"r","events":[{"id":"e","occurredAt":"2026-03-01T08:30:00Z","admit":null,"leave":{"reason":null},"discharge":null}]}""";

        var reply = await _his.PostAsync("/v1/events:report", body);

        Assert.Equal((HttpStatusCode.OK, 1), (reply.Status, (int?)reply.Body["recorded"]));
    }

    [Fact]
    public async Task A_time_of_any_zone_is_the_same_instant_and_answers_have_a_zone()
    {
        var first = await PostAsync("zones", "'unitPrice':'12.34','occurredAt':'2026-03-01T08:30:00+08:00','itemName':'x'");
        var again = await PostAsync("zones", "'unitPrice':'12.34','occurredAt':'2026-02-28T19:30:00.000-05:00','itemName':'x'", requestId: "r2");
        var check = await _his.PostAsync("/v1/orders:check", """{"encounter":{"visitNumber":"zones"},"orders":[{"id":"o","kind":3,"itemName":"x","startAt":"2026-03-01T08:30:00+08:00"}]}""");

        Assert.Equal(HttpStatusCode.OK, first.Status);
        Assert.Equal("c1", (string?)again.Body["alreadyRecorded"]![0]);
        Assert.Matches("^[0-9]{4}-[0-9]{2}-[0-9]{2}T.*Z$", (string?)check.Body["evaluatedAt"]);
    }

    [Fact]
    public async Task Money_and_long_numbers_are_text()
    {
        await PostAsync("texts", "'unitPrice':'12.3','occurredAt':'2026-03-01T08:30:00Z','itemName':'x'");

        var summary = (await _his.GetAsync("/v1/encounters/texts")).Body;

        Assert.Equal("12.34", (string?)summary["totals"]!["total"]);
        Assert.Matches("^[1-9][0-9]*$", (string?)summary["ledgerSequence"]);
        Assert.Equal(1, (int?)summary["chargeLines"]);
    }

    /// <param name="visit">Visit number.</param>
    /// <param name="members">Of a charge, with ' for quotation marks.</param>
    /// <param name="requestId">Of the call.</param>
    private Task<JsonReply> PostAsync(string visit, string members, string requestId = "r1")
    {
        var encounter = members.Contains('_', StringComparison.Ordinal) ? "visit_number" : "visitNumber";
        var body = $"{{'encounter':{{'{encounter}':'{visit}'}},'requestId':'{requestId}','charges':[{{'id':'c1','quantity':'1','amount':'12.34',{members}}}]}}";
        return _his.PostAsync("/v1/charges:post", body.Replace('\'', '"'));
    }
}
