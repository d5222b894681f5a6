using System.Diagnostics.Metrics;

namespace OrderCheck.Ledger.Checks;

/// <summary>How full the queue behind the answers is, and what of it was lost.</summary>
internal static class RecordMetrics
{
    private static readonly UpDownCounter<int> Queued = LedgerTelemetry.Meter.CreateUpDownCounter<int>(
        "ordercheck.records.queued", "{record}", "Checks and audit records that wait to be written.");

    private static readonly Counter<int> Dropped = LedgerTelemetry.Meter.CreateCounter<int>(
        "ordercheck.records.dropped", "{record}", "Checks and audit records that were lost, because the queue was full or the store failed.");

    public static void Added() => Queued.Add(1);

    public static void Taken(int records) => Queued.Add(-records);

    /// <param name="cause">"queue_full", or the store's reason.</param>
    public static void Lost(int records, string cause) => Dropped.Add(records, new KeyValuePair<string, object?>("cause", cause));
}
