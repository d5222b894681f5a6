using System.Diagnostics.Metrics;
using OrderCheck.Core.Checks;
using OrderCheck.Grains.Checks;

namespace OrderCheck.Grains.Findings;

/// <summary>What was judged late.</summary>
internal static class LateMetrics
{
    private static readonly Counter<int> Judged = GrainTelemetry.Meter.CreateCounter<int>(
        "ordercheck.late.judged", "{subject}", "Signed orders and charges that were judged late.");

    public static void Done(LateSubject subject, CheckAnswer answer)
    {
        Judged.Add(subject.OrderIds.Count, new KeyValuePair<string, object?>("subject", "order"));
        Judged.Add(subject.ChargeIds.Count, new KeyValuePair<string, object?>("subject", "charge"));
        CheckMetrics.Found(answer.Findings, "late");
    }
}
