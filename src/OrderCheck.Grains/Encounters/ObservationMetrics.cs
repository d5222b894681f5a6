using System.Diagnostics.Metrics;

namespace OrderCheck.Grains.Encounters;

/// <summary>What becomes of what callers tell beside their questions.</summary>
internal static class ObservationMetrics
{
    private static readonly Counter<int> Observations = GrainTelemetry.Meter.CreateCounter<int>(
        "ordercheck.observations", "{request}", "Encounters told beside a question, by what became of them: recorded, retried, refused, dropped (the queue was full), given_up.");

    private static readonly UpDownCounter<int> Waiting = GrainTelemetry.Meter.CreateUpDownCounter<int>(
        "ordercheck.observations.waiting", "{request}", "Encounters told beside a question that are not recorded yet.");

    /// <param name="how">Stable: see the counter.</param>
    public static void Ended(string how) => Observations.Add(1, new KeyValuePair<string, object?>("outcome", how));

    public static void Added() => Waiting.Add(1);

    public static void Taken() => Waiting.Add(-1);
}
