using Microsoft.Extensions.Options;
using OrderCheck.Ledger;
using OrderCheck.Ledger.Checkpoints;
using OrderCheck.Server.Health;
using OrderCheck.Server.Hosting;

namespace OrderCheck.Server.Checkpoints;

/// <summary>
/// Takes a checkpoint of the ledger every few minutes, and a last one when the service stops. It is started before the silo,
/// so that it is stopped after it: nothing is written any more then.
/// </summary>
internal sealed class CheckpointService(
    IStore store, Readiness readiness, IOptions<OrderCheckOptions> options, TimeProvider time, ILogger<CheckpointService> logger) : BackgroundService
{
    private readonly CheckpointWriter _writer = new(store, FolderOf(options.Value), time);

    public static string FolderOf(OrderCheckOptions options) => options.Checkpoints ?? Path.Combine(options.Data, "checkpoints");

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        if (readiness.IsReady)
            await TryAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await readiness.WaitAsync(stoppingToken);
        using var timer = new PeriodicTimer(TimeSpan.FromMinutes(options.Value.CheckpointMinutes), time);
        do
            await TryAsync(stoppingToken);
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task TryAsync(CancellationToken cancellation)
    {
        try
        {
            if (await _writer.WriteAsync(cancellation) is { } checkpoint)
                ServerLog.CheckpointTaken(logger, checkpoint.Number, checkpoint.Heads);
        }
        catch (LedgerUnavailableException e)
        {
            ServerLog.CheckpointPostponed(logger, e.Reason);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            ServerLog.CheckpointFailed(logger, e, FolderOf(options.Value));
        }
    }
}
