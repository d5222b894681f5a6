using OrderCheck.Ledger.Background;
using OrderCheck.Server.Health;

namespace OrderCheck.Server.Hosting;

/// <summary>What the runtime compiles better, because it is called often now, it compiles behind those that answer: see <see cref="RuntimeCompiler"/>.</summary>
internal sealed class CompilerWatch(Readiness readiness, TimeProvider time) : BackgroundService
{
    /// <summary>Its thread lives for as long as there is something to compile, and some seconds more.</summary>
    private static readonly TimeSpan Period = TimeSpan.FromMilliseconds(250);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await readiness.WaitAsync(stoppingToken);
        using var timer = new PeriodicTimer(Period, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            RuntimeCompiler.GiveWay();
    }
}
