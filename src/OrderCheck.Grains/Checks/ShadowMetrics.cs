using System.Diagnostics.Metrics;

namespace OrderCheck.Grains.Checks;

/// <summary>What is done behind the answer.</summary>
internal static class ShadowMetrics
{
    private static readonly Histogram<double> Duration = GrainTelemetry.Meter.CreateHistogram(
        "ordercheck.shadow.duration", "s", "What the shadow rules took on one check, behind its answer.", tags: null, GrainTelemetry.Seconds);

    private static readonly Counter<int> Left = GrainTelemetry.Meter.CreateCounter<int>(
        "ordercheck.shadow.left_out", "{check}", "Checks that were not looked at again, because the queue behind the answers was full.");

    public static void Took(TimeSpan time) => Duration.Record(time.TotalSeconds);

    public static void LeftOut() => Left.Add(1);
}
