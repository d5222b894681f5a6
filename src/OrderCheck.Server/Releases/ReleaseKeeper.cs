using OrderCheck.Core.Rules;
using OrderCheck.Ledger;
using OrderCheck.Ledger.Releases;
using OrderCheck.Server.Health;

namespace OrderCheck.Server.Releases;

/// <summary>Archives the release that the service started with, once it is ready, and tries again until that is done.</summary>
internal sealed class ReleaseKeeper(IReleaseArchive archive, Readiness readiness, TimeProvider time, ILogger<ReleaseKeeper> logger) : BackgroundService
{
    public static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    private volatile RuleFolder? _waiting;

    /// <summary>The last attempt failed: checks rest on a release that cannot be judged by again yet.</summary>
    public bool IsBehind { get; private set; }

    public void KeepLater(RuleFolder folder) => _waiting = folder;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await readiness.WaitAsync(stoppingToken);
        while (_waiting is { } folder && !await TryAsync(folder, stoppingToken))
            await Task.Delay(Pause, time, stoppingToken);
        _waiting = null;
    }

    private async Task<bool> TryAsync(RuleFolder folder, CancellationToken stopping)
    {
        try
        {
            await archive.KeepAsync(folder, stopping);
            IsBehind = false;
            return true;
        }
        catch (LedgerUnavailableException e)
        {
            IsBehind = true;
            ServerLog.ReleaseNotArchived(logger, e.Reason, Pause.TotalSeconds);
            return false;
        }
    }
}
