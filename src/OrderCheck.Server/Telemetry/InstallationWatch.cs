using OpenTelemetry.Metrics;
using OrderCheck.Server.Health;

namespace OrderCheck.Server.Telemetry;

/// <summary>Asks the store now and then where numbers are sent: nobody comes to read them, and asks before that.</summary>
internal sealed class InstallationWatch(InstallationMetrics installation, MeterProvider meters, Readiness readiness, TimeProvider time)
    : BackgroundService
{
    private const int FlushMilliseconds = 2000;

    /// <summary>Shorter than the minute between two sendings.</summary>
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(15);

    /// <summary>Sends the last numbers while there is still somebody to say them.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await Task.Run(() => meters.ForceFlush(FlushMilliseconds), cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await readiness.WaitAsync(stoppingToken);
        using var timer = new PeriodicTimer(Period, time);
        do
        {
            await installation.RefreshAsync(stoppingToken);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
