using System.Diagnostics.Metrics;
using OrderCheck.Ledger;
using OrderCheck.Ledger.Relay;
using OrderCheck.Server.Telemetry;

namespace OrderCheck.Server.Nhsa.Relay;

/// <summary>What the relay measures; no tag is of a patient or a visit.</summary>
internal static class RelayTelemetry
{
    private static readonly Meter Meter = new(ServerTelemetry.Name);

    private static readonly Counter<long> Calls = Meter.CreateCounter<long>(
        "ordercheck.bureau.calls", "{call}", "Requests to insurance bureaus by transaction and how they ended.");

    private static readonly Histogram<double> Durations = Meter.CreateHistogram(
        "ordercheck.bureau.duration", "s", "How long a bureau took for a request.",
        advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = MetricBuckets.Seconds });

    private static readonly Counter<long> Answers = Meter.CreateCounter<long>(
        "ordercheck.bureau.answers", "{answer}", "Answers to HISs by transaction and how it stood with the bureau then.");

    private static readonly Counter<long> LateResults = Meter.CreateCounter<long>(
        "ordercheck.bureau.late_results", "{result}", "Results that bureaus sent too late, by what became of them.");

    private static readonly Counter<long> Dispositions = Meter.CreateCounter<long>(
        "ordercheck.bureau.dispositions", "{disposition}", "Dispositions told to bureaus by outcome.");

    public static void Called(string transaction, BureauReply reply, TimeSpan took)
    {
        Calls.Add(1, new("transaction", transaction), new("outcome", reply.Failure ?? (reply.Status is >= 200 and < 300 ? "replied" : "status_" + (reply.Status / 100) + "xx")));
        if (reply.Failure is not ("busy" or "circuit_open"))
            Durations.Record(took.TotalSeconds, new KeyValuePair<string, object?>("transaction", transaction));
    }

    public static void Answered(string transaction, string state, string reason) =>
        Answers.Add(1, new("transaction", transaction), new("state", state), new("reason", reason));

    /// <param name="fate">"kept", "delivered" or "lost"; "unanswered" counts requests.</param>
    public static void Late(int results, string fate)
    {
        if (results > 0)
            LateResults.Add(results, new KeyValuePair<string, object?>("fate", fate));
    }

    public static void Settled(int count, DispositionOutcome outcome) =>
        Dispositions.Add(count, new KeyValuePair<string, object?>("outcome", outcome switch
        {
            DispositionOutcome.Acknowledged => "acknowledged",
            DispositionOutcome.Refused => "refused",
            DispositionOutcome.GivenUp => "given_up",
            _ => "unanswered",
        }));
}
