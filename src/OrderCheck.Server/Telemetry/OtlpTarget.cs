using OpenTelemetry.Exporter;

namespace OrderCheck.Server.Telemetry;

/// <summary>Where a collector takes traces and metrics: by gRPC at one address, by HTTP each at an address of its own.</summary>
/// <param name="Metrics">Null where the collector's address says nothing of one for metrics: then traces alone are sent.</param>
internal sealed record OtlpTarget(OtlpExportProtocol Protocol, Uri Traces, Uri? Metrics)
{
    private const string PathOfTraces = "/v1/traces";
    private const string PathOfMetrics = "/v1/metrics";

    /// <param name="endpoint">"http://HOST:4317", or "http://HOST:4318/v1/traces".</param>
    public static OtlpTarget Of(Uri endpoint)
    {
        if (endpoint.AbsolutePath == "/")
            return new OtlpTarget(OtlpExportProtocol.Grpc, endpoint, endpoint);
        var metrics = endpoint.AbsolutePath.EndsWith(PathOfTraces, StringComparison.Ordinal)
            ? new UriBuilder(endpoint) { Path = endpoint.AbsolutePath[..^PathOfTraces.Length] + PathOfMetrics }.Uri
            : null;
        return new OtlpTarget(OtlpExportProtocol.HttpProtobuf, endpoint, metrics);
    }
}
