using System.Diagnostics.Metrics;
using OrderCheck.Ledger.Relay;
using OrderCheck.Server.Telemetry;

namespace OrderCheck.Server.Nhsa.Relay;

/// <summary>How it stands with the bureaus now.</summary>
internal sealed class RelayGauges : IDisposable
{
    private readonly Meter _meter = new(ServerTelemetry.Name);
    private readonly TimeProvider _time;
    private volatile DispositionBacklog? _backlog;

    public RelayGauges(Bureaus bureaus, TimeProvider time)
    {
        _time = time;
        if (bureaus.All.Count == 0)
            return;
        _meter.CreateObservableGauge(
            "ordercheck.bureau.left_alone",
            () => bureaus.All.Select(static one => new Measurement<int>(one.IsLeftAlone ? 1 : 0, new KeyValuePair<string, object?>("hospital", one.Settings.Hospital))),
            unit: null, "1: the hospital's bureau kept failing and is not asked for a while.");
        _meter.CreateObservableGauge(
            "ordercheck.bureau.dispositions.waiting", Waiting, "{disposition}", "Dispositions that bureaus have yet to hear of, over all processes on the store.");
        _meter.CreateObservableGauge(
            "ordercheck.bureau.dispositions.age", Age, "s", "How long the longest waiting has been waiting.");
    }

    public void Refresh(DispositionBacklog backlog) => _backlog = backlog;

    public void Dispose() => _meter.Dispose();

    /// <summary>Nothing while the store has not said it yet: 0 would look well.</summary>
    private IEnumerable<Measurement<long>> Waiting() => _backlog is { } known ? [new Measurement<long>(known.Waiting)] : [];

    private IEnumerable<Measurement<double>> Age() =>
        _backlog is { } known ? [new Measurement<double>(known.OldestSince is { } since ? (_time.GetUtcNow() - since).TotalSeconds : 0)] : [];
}
