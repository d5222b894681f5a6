using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using OrderCheck.Grains;
using OrderCheck.Ledger;
using OrderCheck.Server.Hosting;
using OrderCheck.Server.Identity;

namespace OrderCheck.Server.Telemetry;

/// <summary>Who listens to what the parts measure: Prometheus at /metrics, and an OTLP collector where one is named.</summary>
internal static class ServerTelemetry
{
    public const string Name = "OrderCheck.Server";

    /// <summary>Of Orleans' many instruments, those that say that a silo is in trouble; the others would cost on every call.</summary>
    private static readonly string[] OfOrleans =
        ["orleans-catalog-activations", "orleans-scheduler-long-running-turns", "orleans-app-requests-timedout", "orleans-messaging-sent-dropped"];

    public static void AddTelemetry(this IServiceCollection services, OrderCheckOptions options)
    {
        if (options.NoMetrics && options.OtlpEndpoint is null)
            return;
        var telemetry = services.AddOpenTelemetry().ConfigureResource(static resource => resource.AddService(
            "ordercheck", serviceVersion: typeof(ServerTelemetry).Assembly.GetName().Version?.ToString(3)));
        var collector = options.OtlpEndpoint is { } endpoint ? OtlpTarget.Of(new Uri(endpoint)) : null;
        if (!options.NoMetrics)
        {
            services.AddSingleton<InstallationMetrics>();
            telemetry.WithMetrics(Measure);
        }
        if (!options.NoMetrics && collector is { Metrics: { } metrics })
        {
            services.AddHostedService<InstallationWatch>();
            telemetry.WithMetrics(measuring => measuring.AddOtlpExporter(otlp => (otlp.Endpoint, otlp.Protocol) = (metrics, collector.Protocol)));
        }
        if (collector is not null)
            telemetry.WithTracing(tracing => Trace(tracing, collector, options.TraceRatio));
    }

    public static void MapMetrics(this IEndpointRouteBuilder endpoints) => endpoints.MapPrometheusScrapingEndpoint(
        MethodPermissions.Metrics, meterProvider: null, static branch => branch.UseMiddleware<MetricsGate>(), optionsName: null);

    private static void Measure(MeterProviderBuilder metrics) => metrics
        .AddMeter(Name, GrainTelemetry.Name, LedgerTelemetry.Name)
        .AddMeter("Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime", "Microsoft.Orleans")
        .AddView(static instrument => instrument.Meter.Name == "Microsoft.Orleans" && !OfOrleans.Contains(instrument.Name)
            ? MetricStreamConfiguration.Drop
            : null)
        // Who may ask is known: each is told how it is now, not how it was for somebody else.
        .AddPrometheusExporter(static exporter => exporter.ScrapeResponseCacheDurationMilliseconds = 0);

    private static void Trace(TracerProviderBuilder tracing, OtlpTarget collector, decimal ratio) => tracing
        .AddSource(Name, GrainTelemetry.Name, LedgerTelemetry.Name)
        .SetSampler(new ParentBasedSampler(new TraceIdRatioBasedSampler((double)ratio)))
        .AddOtlpExporter(otlp => (otlp.Endpoint, otlp.Protocol) = (collector.Traces, collector.Protocol));
}
