using System.Net;
using System.Text;
using Grpc.Core;
using OrderCheck.EndToEnd.Servers;
using OrderCheck.EndToEnd.Story;
using OrderCheck.Protocol.V1;
using Xunit;

namespace OrderCheck.EndToEnd.Telemetry;

/// <summary>A call as its caller's tracing sees it.</summary>
public sealed class TraceTests
{
    private const string Caller = "00f067aa0ba902b7";
    private static readonly string[] Methods =
        ["ordercheck.v1.OrderCheckService/PostCharges", "ordercheck.v1.OrderCheckService/CheckOrders"];

    [Fact]
    public async Task A_callers_trace_goes_on_from_the_wire_through_the_grains_turn_to_the_commit()
    {
        const string OfGrpc = "4bf92f3577b34da6a3ce929d0e0e4731";
        const string OfJson = "4bf92f3577b34da6a3ce929d0e0e4732";
        const string Unsampled = "4bf92f3577b34da6a3ce929d0e0e4733";
        await using var collector = new OtlpCollector();
        await using var server = await OwnServer.StartAsync(data: null, "--otlp-endpoint", collector.Endpoint, "--trace-ratio", "0");
        await server.AdmitAsync("v");

        await PostAsync(server, "c1", $"00-{OfGrpc}-{Caller}-01");
        Assert.Equal(HttpStatusCode.OK, await CheckAsync(server, $"00-{OfJson}-{Caller}-01"));
        await PostAsync(server, "c2", $"00-{Unsampled}-{Caller}-00");
        await server.Process.StopAsync();

        var spans = collector.Spans;
        var call = Assert.Single(spans, span => span.TraceId == OfGrpc && span.Name == Methods[0]);
        var turn = Assert.Single(spans, span => span.TraceId == OfGrpc && span.Name == "ordercheck.write");
        var commit = Assert.Single(spans, span => span.TraceId == OfGrpc && span.Name == "ordercheck.commit");
        Assert.Equal((Caller, call.Id, turn.Id), (call.ParentId, turn.ParentId, commit.ParentId));
        var check = Assert.Single(spans, span => span.TraceId == OfJson && span.Name == Methods[1]);
        Assert.Equal(check.Id, Assert.Single(spans, span => span.TraceId == OfJson && span.Name == "ordercheck.check").ParentId);
        // Neither what the caller does not trace nor, with a ratio of 0, what brings no traceparent.
        Assert.Equal(spans.Count, spans.Count(span => span.TraceId is OfGrpc or OfJson));
    }

    [Fact]
    public async Task A_ratio_of_one_traces_every_call_and_log_lines_name_the_trace()
    {
        await using var collector = new OtlpCollector();
        await using var server = await OwnServer.StartAsync(data: null, "--otlp-endpoint", collector.Endpoint, "--trace-ratio", "1");
        await server.AdmitAsync("v");

        // A write that the store refuses is logged.
        await using (var held = await LedgerLock.TakeAsync(server.Data))
            await Refusal.OfAsync(() => server.ChargeAsync("v", "c1"));
        await server.Process.StopAsync();

        var refused = server.Process.Output.Split('\n').Single(static line => line.Contains("\"StoreDegraded\"", StringComparison.Ordinal));
        Assert.Contains(collector.Spans, span => span.Name == Methods[0] && refused.Contains($"\"@tr\":\"{span.TraceId}\"", StringComparison.Ordinal));
    }

    private static async Task PostAsync(OwnServer server, string id, string traceParent)
    {
        var options = server.His.Options;
        options.Headers!.Add("traceparent", traceParent);
        var request = new PostChargesRequest { Encounter = new EncounterRef { VisitNumber = "v" }, RequestId = id };
        request.Charges.Add(Facts.Charge(id, StarterItems.Plain));
        await server.His.Orders.PostChargesAsync(request, new CallOptions(options.Headers, options.Deadline));
        options.Headers.Remove(options.Headers.Single(static header => header.Key == "traceparent"));
    }

    private static async Task<HttpStatusCode> CheckAsync(OwnServer server, string traceParent)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(server.Process.HttpAddress + "/v1/orders:check"));
        request.Headers.Add("x-api-key", server.ApiKey);
        request.Headers.Add("traceparent", traceParent);
        request.Content = new StringContent(
            $$"""{"encounter":{"visit_number":"v"},"orders":[{"id":"o1","kind":"ORDER_KIND_SERVICE","item_code":"{{StarterItems.Plain}}","start_at":"{{Facts.Now:O}}"}]}""", Encoding.UTF8, "application/json");
        using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);
        return response.StatusCode;
    }
}
