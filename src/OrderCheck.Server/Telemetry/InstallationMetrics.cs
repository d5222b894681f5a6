using System.Diagnostics.Metrics;
using OrderCheck.Grains.Hospitals;
using OrderCheck.Grains.Releases;
using OrderCheck.Ledger;
using OrderCheck.Server.Health;

namespace OrderCheck.Server.Telemetry;

/// <summary>How the installation stands: what it judges by, whether its store answers, what waits to be judged late.</summary>
internal sealed class InstallationMetrics : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly IStore _store;
    private readonly TimeProvider _time;
    private volatile LateBacklog? _late;
    private volatile bool _available;

    public InstallationMetrics(IStore store, ReleaseHolder releases, DictionaryHolder dictionaries, Readiness readiness, TimeProvider time)
    {
        (_store, _time) = (store, time);
        Meter.CreateObservableGauge(
            "ordercheck.ready", () => readiness.IsReady ? 1 : 0, unit: null, "1: the start is done.");
        Meter.CreateObservableGauge(
            "ordercheck.release.number", () => releases.Current?.Number ?? 0, unit: null, "Number of the release that checks use; 0 for none.");
        Meter.CreateObservableGauge(
            "ordercheck.hospitals", () => dictionaries.Count, "{hospital}", "Hospitals that are open.");
        Meter.CreateObservableGauge(
            "ordercheck.store.available", () => _available ? 1 : 0, unit: null, "1: the store answered when these numbers were asked for.");
        Meter.CreateObservableGauge(
            "ordercheck.late.waiting", Waiting, "{encounter}", "Encounters with signed orders or charges that wait to be judged late, over all processes on the store.");
        Meter.CreateObservableGauge(
            "ordercheck.late.age", Age, "s", "How long the longest waiting has been waiting to be judged late.");
    }

    internal Meter Meter { get; } = new(ServerTelemetry.Name);

    /// <summary>Asks the store, before the numbers are read; never fails and takes no longer than two seconds.</summary>
    public async Task RefreshAsync(CancellationToken cancellation)
    {
        try
        {
            await _store.ProbeAsync(cancellation).WaitAsync(Patience, _time, cancellation);
            _late = await _store.Ledger.ReadLateBacklogAsync(cancellation).WaitAsync(Patience, _time, cancellation);
            _available = true;
        }
        catch (Exception error) when (error is LedgerUnavailableException or TimeoutException)
        {
            _available = false;
        }
    }

    public void Dispose() => Meter.Dispose();

    /// <summary>Nothing while the store has not said it yet: 0 would look well.</summary>
    private IEnumerable<Measurement<long>> Waiting() => _late is { } late ? [new Measurement<long>(late.Encounters)] : [];

    private IEnumerable<Measurement<double>> Age() =>
        _late is { } late ? [new Measurement<double>(late.OldestSince is { } since ? (_time.GetUtcNow() - since).TotalSeconds : 0)] : [];
}
