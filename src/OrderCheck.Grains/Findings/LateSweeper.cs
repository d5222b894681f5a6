using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OrderCheck.Core.Identity;
using OrderCheck.Grains.Encounters;
using OrderCheck.Grains.Hospitals;
using OrderCheck.Grains.Releases;
using OrderCheck.Ledger;

namespace OrderCheck.Grains.Findings;

/// <summary>
/// Finds the encounters whose signed orders or charges no complete check has covered, and those with a promise that is due, and
/// has each judge them. Every silo
/// has one; an encounter judges in its own turn, so two silos do no harm.
/// </summary>
internal sealed class LateSweeper(
    ILedger ledger, IGrainFactory grains, LateSignal signal, ReleaseHolder releases, DictionaryHolder dictionaries, IHostApplicationLifetime host,
    TimeProvider time, ILogger<LateSweeper> logger) : BackgroundService
{
    /// <summary>Also without a signal: another silo may have ended before it swept.</summary>
    public static readonly TimeSpan Period = TimeSpan.FromSeconds(15);

    /// <summary>Signals come with every write while no release is live; sweeps don't.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private const int Most = 500;

    public override void Dispose()
    {
        releases.Swapped -= signal.Raise;
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        releases.Swapped += signal.Raise;
        await StartedAsync(stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            await SignalOrPeriodAsync(stoppingToken);
            await SweepAsync(stoppingToken);
            await Task.Delay(Pause, time, stoppingToken);
        }
    }

    /// <summary>Before the host has started there is no silo to ask and perhaps no store.</summary>
    private async Task StartedAsync(CancellationToken stopping)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = host.ApplicationStarted.Register(() => started.TrySetResult());
        await started.Task.WaitAsync(stopping);
    }

    private async Task SignalOrPeriodAsync(CancellationToken stopping)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        await Task.WhenAny(signal.WaitAsync(either.Token), Task.Delay(Period, time, either.Token));
        await either.CancelAsync();
    }

    private async Task SweepAsync(CancellationToken stopping)
    {
        try
        {
            await JudgeAsync(await ledger.ListAwaitingJudgementAsync(Most, stopping));
            await JudgeAsync(await ledger.ListPromisesDueAsync(time.GetUtcNow(), Most, stopping));
        }
        catch (LedgerUnavailableException e)
        {
            GrainLog.SweepPostponed(logger, e.Reason);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The silo stops; another one, or the next start, sweeps on.
        }
    }

    private async Task JudgeAsync(IReadOnlyList<EncounterKey> encounters)
    {
        foreach (var encounter in encounters)
        {
            // A hospital that is not loaded yet has no calendar yet either.
            if (dictionaries.Find(encounter.Hospital) is not null)
                await JudgeAsync(encounter);
        }
    }

    private async Task JudgeAsync(EncounterKey encounter)
    {
        try
        {
            await grains.GetGrain<IEncounterGrain>(encounter.ToString()).JudgeLateAsync();
        }
#pragma warning disable CA1031 // One encounter must not keep the others waiting; what was not judged still waits in the ledger.
        catch (Exception e)
#pragma warning restore CA1031
        {
            GrainLog.SweepFailed(logger, e);
        }
    }
}
