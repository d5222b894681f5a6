using System.Diagnostics.Metrics;
using Microsoft.Extensions.Time.Testing;
using OrderCheck.Grains.Hospitals;
using OrderCheck.Grains.Releases;
using OrderCheck.Server.Health;
using OrderCheck.Server.Telemetry;
using Xunit;

namespace OrderCheck.Server.Tests.Telemetry;

public sealed class InstallationMetricsTests
{
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public async Task A_store_that_is_down_is_said_and_what_only_it_knows_is_not_made_up()
    {
        using var metrics = new InstallationMetrics(new UnavailableStore(hangs: false), new ReleaseHolder(), new DictionaryHolder(), new Readiness(), _time);
        await metrics.RefreshAsync(TestContext.Current.CancellationToken);

        var read = Read(metrics);

        Assert.Equal(0, read["ordercheck.store.available"]);
        Assert.Equal(0, read["ordercheck.release.number"]);
        Assert.DoesNotContain("ordercheck.late.waiting", read.Keys);
        Assert.DoesNotContain("ordercheck.late.age", read.Keys);
    }

    [Fact]
    public async Task A_store_that_hangs_keeps_nobody_waiting()
    {
        using var metrics = new InstallationMetrics(new UnavailableStore(hangs: true), new ReleaseHolder(), new DictionaryHolder(), new Readiness(), _time);
        var refreshed = metrics.RefreshAsync(TestContext.Current.CancellationToken);
        Assert.False(refreshed.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(2));

        await refreshed.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);

        Assert.Equal(0, Read(metrics)["ordercheck.store.available"]);
    }

    private static Dictionary<string, double> Read(InstallationMetrics metrics)
    {
        var read = new Dictionary<string, double>(StringComparer.Ordinal);
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, own) =>
        {
            if (ReferenceEquals(instrument.Meter, metrics.Meter))
                own.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<int>((instrument, value, _, _) => read[instrument.Name] = value);
        listener.SetMeasurementEventCallback<long>((instrument, value, _, _) => read[instrument.Name] = value);
        listener.SetMeasurementEventCallback<double>((instrument, value, _, _) => read[instrument.Name] = value);
        listener.Start();
        listener.RecordObservableInstruments();
        return read;
    }
}
