using Grpc.Core;
using OrderCheck.EndToEnd.Grouping;
using OrderCheck.EndToEnd.Servers;
using OrderCheck.EndToEnd.Story;
using OrderCheck.Protocol.V1;
using Xunit;

namespace OrderCheck.EndToEnd.Telemetry;

/// <summary>What a collector gets that takes traces and metrics by gRPC.</summary>
public sealed class OtlpGrpcTests
{
    private const string Visit = "VISIT-OTLP-5512";
    private const string Caller = "00f067aa0ba902b7";
    private const string OfCheck = "4bf92f3577b34da6a3ce929d0e0e4741";
    private const string OfStream = "4bf92f3577b34da6a3ce929d0e0e4742";
    private const string OfBrokenStream = "4bf92f3577b34da6a3ce929d0e0e4743";
    private const string Check = "ordercheck.v1.OrderCheckService/CheckOrders";
    private const string Stream = "ordercheck.v1.GroupingService/GroupStream";

    [Fact]
    public async Task A_check_and_a_stream_arrive_with_their_spans_and_what_was_measured_and_nothing_of_the_patient_does()
    {
        await using var collector = await OtlpGrpcCollector.StartAsync();
        await using var server = await OwnServer.StartAsync(data: null, "--otlp-endpoint", collector.Endpoint, "--trace-ratio", "1");
        await server.AdmitAsync(Visit);

        await CheckAsync(server.His);
        await StreamAsync(server.His, OfStream, Cases.Stroke("1"), Cases.Stroke("2"));
        await Assert.ThrowsAsync<RpcException>(() => StreamAsync(server.His, OfBrokenStream, new CodedCase(), Cases.Stroke(new string('x', 100))));
        // In order: what was not sent yet is sent now.
        await server.Process.StopAsync();

        AssertSpans(collector);
        AssertMetrics(collector);
        Assert.True(collector.Has(Check), "What arrived is searched as it came.");
        foreach (var secret in (string[])[Facts.PatientName, Facts.PsnNo, Facts.PatientNumber(Visit), Visit])
            Assert.False(collector.Has(secret), $"{secret} was sent to the collector.");
    }

    private static void AssertSpans(OtlpGrpcCollector collector)
    {
        var spans = collector.Spans;
        var call = Assert.Single(spans, static span => span.TraceId == OfCheck && span.Name == Check);
        Assert.Equal(Caller, call.ParentId);
        Assert.Equal(call.Id, Assert.Single(spans, static span => span.TraceId == OfCheck && span.Name == "ordercheck.check").ParentId);
        Assert.Contains(spans, static span => span.Name == "ordercheck.commit");
        Assert.Equal(Caller, Assert.Single(spans, static span => span.TraceId == OfStream && span.Name == Stream).ParentId);
        Assert.Equal(Caller, Assert.Single(spans, static span => span.TraceId == OfBrokenStream && span.Name == Stream).ParentId);
    }

    private static void AssertMetrics(OtlpGrpcCollector collector)
    {
        var names = collector.Metrics.Select(static metric => metric.Name).ToHashSet();
        string[] expected =
        [
            "ordercheck.check.duration", "ordercheck.checks", "ordercheck.findings", "ordercheck.writes", "ordercheck.commit.duration",
            "ordercheck.ready", "ordercheck.release.number", "ordercheck.store.available", "ordercheck.late.waiting",
        ];
        Assert.Empty(expected.Except(names));
        var phases = collector.Metrics.Where(static metric => metric.Name == "ordercheck.check.duration").SelectMany(static metric => metric.Labels);
        Assert.Empty(((string[])["phase=read", "phase=judge", "phase=write", "phase=total"]).Except(phases));
    }

    private static async Task CheckAsync(His his)
    {
        var request = new CheckOrdersRequest { Encounter = new EncounterRef { VisitNumber = Visit } };
        request.Orders.Add(Facts.Service("o1", StarterItems.OncePerDay, quantity: "2"));
        var answer = await his.Orders.CheckOrdersAsync(request, Traced(his, OfCheck));
        Assert.NotEmpty(answer.Findings);
    }

    private static async Task StreamAsync(His his, string trace, params CodedCase[] cases)
    {
        using var stream = his.Grouping.GroupStream(Traced(his, trace));
        foreach (var coded in cases)
            await stream.RequestStream.WriteAsync(new GroupCaseRequest { Case = coded });
        await stream.RequestStream.CompleteAsync();
        var answered = 0;
        await foreach (var answer in stream.ResponseStream.ReadAllAsync(TestContext.Current.CancellationToken))
            answered += answer is null ? 0 : 1;
        Assert.Equal(cases.Length, answered);
    }

    private static CallOptions Traced(His his, string trace) =>
        his.Options.WithHeaders([.. his.Options.Headers!, new Metadata.Entry("traceparent", $"00-{trace}-{Caller}-01")]);
}
