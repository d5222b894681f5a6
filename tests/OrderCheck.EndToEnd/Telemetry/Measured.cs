namespace OrderCheck.EndToEnd.Telemetry;

/// <summary>A metric as it comes over the wire (OTLP, metrics.proto).</summary>
/// <param name="Labels">Of all its points, as "phase=judge".</param>
internal sealed record Measured(string Name, IReadOnlyList<string> Labels)
{
    private const int ResourceMetrics = 1;
    private const int ScopeMetrics = 2;
    private const int Metrics = 2;
    private const int Gauge = 5;
    private const int Sum = 7;
    private const int Histogram = 9;
    private const int Points = 1;
    private const int AttributesOfNumbers = 7;
    private const int AttributesOfHistograms = 9;

    /// <summary>All metrics of an ExportMetricsServiceRequest.</summary>
    public static IReadOnlyList<Measured> ReadAll(byte[] request) => [.. OtlpFields.Of(request, ResourceMetrics, ScopeMetrics, Metrics).Select(Read)];

    private static Measured Read(byte[] metric)
    {
        IEnumerable<byte[]> attributes =
        [
            .. OtlpFields.Of(metric, Gauge, Points, AttributesOfNumbers),
            .. OtlpFields.Of(metric, Sum, Points, AttributesOfNumbers),
            .. OtlpFields.Of(metric, Histogram, Points, AttributesOfHistograms),
        ];
        return new Measured(OtlpFields.Text(metric, 1), [.. attributes.Select(Label).Distinct()]);
    }

    private static string Label(byte[] attribute) => $"{OtlpFields.Text(attribute, 1)}={OtlpFields.Text(OtlpFields.Of(attribute, 2).Single(), 1)}";
}
