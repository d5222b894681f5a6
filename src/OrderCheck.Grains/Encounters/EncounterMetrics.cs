using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace OrderCheck.Grains.Encounters;

/// <summary>How encounters come into memory, and how writes to them end.</summary>
internal static class EncounterMetrics
{
    private static readonly Counter<int> Activations = GrainTelemetry.Meter.CreateCounter<int>(
        "ordercheck.encounter.activations", "{activation}", "Encounters taken into memory.");

    private static readonly Histogram<double> Replay = GrainTelemetry.Meter.CreateHistogram(
        "ordercheck.encounter.replay.duration", "s", "How long reading an encounter from the ledger took.", tags: null, GrainTelemetry.Seconds);

    private static readonly Histogram<long> Entries = GrainTelemetry.Meter.CreateHistogram(
        "ordercheck.encounter.replay.entries", "{entry}", "Entries of an encounter read from the ledger.", tags: null, GrainTelemetry.Counts);

    private static readonly Counter<int> Writes = GrainTelemetry.Meter.CreateCounter<int>(
        "ordercheck.writes", "{write}", "Writes by how they ended.");

    public static void Activated() => Activations.Add(1);

    /// <param name="began">Timestamp.</param>
    public static void Replayed(long began, long entries)
    {
        Replay.Record(Stopwatch.GetElapsedTime(began).TotalSeconds);
        Entries.Record(entries);
    }

    public static void Wrote(WriteOutcome outcome)
    {
        Writes.Add(1, new KeyValuePair<string, object?>("outcome", Name(outcome)));
        if (outcome.Receipt is { } receipt)
            Checks.CheckMetrics.Found(receipt.Findings, "write");
    }

    private static string Name(WriteOutcome outcome) => outcome.Kind switch
    {
        WriteOutcomeKind.Done => "recorded",
        WriteOutcomeKind.Conflict => "conflict",
        WriteOutcomeKind.Refused => "refused",
        WriteOutcomeKind.Contended => "contended",
        // The store's own word: store_full, store_locked …
        _ => outcome.Subject,
    };
}
