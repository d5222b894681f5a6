using OpenTelemetry.Exporter;
using OrderCheck.Server.Telemetry;
using Xunit;

namespace OrderCheck.Server.Tests.Telemetry;

public sealed class OtlpTargetTests
{
    [Theory]
    [InlineData("http://127.0.0.1:4317", OtlpExportProtocol.Grpc, "http://127.0.0.1:4317/")]
    [InlineData("http://127.0.0.1:4317/", OtlpExportProtocol.Grpc, "http://127.0.0.1:4317/")]
    [InlineData("http://127.0.0.1:4318/v1/traces", OtlpExportProtocol.HttpProtobuf, "http://127.0.0.1:4318/v1/metrics")]
    [InlineData("https://collector/otlp/v1/traces", OtlpExportProtocol.HttpProtobuf, "https://collector/otlp/v1/metrics")]
    [InlineData("http://127.0.0.1:4318/somewhere", OtlpExportProtocol.HttpProtobuf, null)]
    public void Metrics_go_beside_the_traces(string endpoint, OtlpExportProtocol protocol, string? metrics)
    {
        var target = OtlpTarget.Of(new Uri(endpoint));

        Assert.Equal((protocol, new Uri(endpoint), metrics), (target.Protocol, target.Traces, target.Metrics?.AbsoluteUri));
    }
}
