using System.Diagnostics;
using System.Diagnostics.Metrics;
using OrderCheck.Interop.Nhsa;
using OrderCheck.Ledger;
using OrderCheck.Server.Identity;
using OrderCheck.Server.Telemetry;

namespace OrderCheck.Server.Nhsa;

/// <summary>Calls of NHSA's transactions, and where they leave the specification. Labels are transactions, outcomes, kinds, hospitals and ids of keys.</summary>
internal static class NhsaMetrics
{
    private static readonly Meter Meter = new(ServerTelemetry.Name);

    private static readonly Histogram<double> Duration = Meter.CreateHistogram(
        "ordercheck.nhsa.duration", "s", "What a 3101, 3102 or 3103 took, by transaction and outcome.", tags: null,
        new InstrumentAdvice<double> { HistogramBucketBoundaries = MetricBuckets.Seconds });

    private static readonly Counter<int> Deviations = Meter.CreateCounter<int>(
        "ordercheck.nhsa.deviations", "{value}", "Values that are not as the specification has them and were understood, by kind and by caller: the hospital and the id of its key.");

    public static void Answered(NhsaCall call, TimeSpan took)
    {
        if (Duration.Enabled)
            Duration.Record(Math.Max(0, took.TotalSeconds), new TagList { { "transaction", call.Transaction }, { "outcome", call.Outcome } });
    }

    /// <param name="identity">Proved: there are no more of them than keys.</param>
    public static void Tolerated(CallIdentity identity, IReadOnlyList<Deviation> tolerated)
    {
        if (!Deviations.Enabled)
            return;
        foreach (var deviation in tolerated)
            Deviations.Add(deviation.Times, new TagList { { "kind", deviation.Kind }, { "hospital", identity.Caller.Hospital }, { "caller", identity.KeyId } });
    }
}
