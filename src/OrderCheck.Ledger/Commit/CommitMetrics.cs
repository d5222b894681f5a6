using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace OrderCheck.Ledger.Commit;

/// <summary>What the group commit is like: how many share a sync, how long they waited for it, how long it took.</summary>
internal static class CommitMetrics
{
    private static readonly InstrumentAdvice<double> Seconds = new() { HistogramBucketBoundaries = MetricBuckets.Seconds };
    private static readonly InstrumentAdvice<long> Counts = new() { HistogramBucketBoundaries = MetricBuckets.Counts };

    private static readonly Histogram<long> Units = LedgerTelemetry.Meter.CreateHistogram(
        "ordercheck.commit.units", "{unit}", "Appends that shared one commit.", tags: null, Counts);

    private static readonly Histogram<long> Entries = LedgerTelemetry.Meter.CreateHistogram(
        "ordercheck.commit.entries", "{entry}", "Entries in one commit.", tags: null, Counts);

    private static readonly Histogram<double> Wait = LedgerTelemetry.Meter.CreateHistogram(
        "ordercheck.commit.wait", "s", "How long an append waited until its commit began.", tags: null, Seconds);

    private static readonly Histogram<double> Duration = LedgerTelemetry.Meter.CreateHistogram(
        "ordercheck.commit.duration", "s", "How long a commit took, until it was on disk or had failed.", tags: null, Seconds);

    /// <param name="began">Timestamp of the commit's beginning.</param>
    /// <param name="failure">Null if it is on disk.</param>
    public static void Committed(IReadOnlyList<PendingUnit> batch, long began, Exception? failure)
    {
        if (!Duration.Enabled)
            return;
        Duration.Record(
            Stopwatch.GetElapsedTime(began).TotalSeconds, new KeyValuePair<string, object?>("outcome", Outcome(failure)));
        Units.Record(batch.Count);
        var entries = 0;
        foreach (var pending in batch)
        {
            entries += pending.Unit.Entries.Count;
            Wait.Record(Stopwatch.GetElapsedTime(pending.QueuedAt, began).TotalSeconds);
        }
        Entries.Record(entries);
    }

    private static string Outcome(Exception? failure) => failure switch
    {
        null => "stored",
        LedgerUnavailableException unavailable => unavailable.Reason,
        _ => "failed",
    };
}
