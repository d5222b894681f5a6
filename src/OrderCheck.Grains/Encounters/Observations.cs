using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OrderCheck.Core.Encounters;
using OrderCheck.Core.Identity;

namespace OrderCheck.Grains.Encounters;

/// <summary>
/// What callers told of encounters beside their questions, on its way into the ledger behind the answers. The queue is bounded;
/// what does not fit, or cannot be written for long, is left out and counted: the next question tells it again.
/// </summary>
internal sealed class Observations(EncounterGrains grains, TimeProvider time, ILogger<Observations> logger) : BackgroundService
{
    /// <summary>Requests that wait at most.</summary>
    private const int Most = 4_000;

    /// <summary>Lines that wait at most, some 200 MB: a few requests tell 10 000 each.</summary>
    private const int MostLines = 200_000;

    /// <summary>Encounters that are written at once: they share the store's commits.</summary>
    private const int AtOnce = 8;

    /// <summary>Between one attempt and the next, doubled each time.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>With these pauses half a minute: a store that is away for longer gets it with the next question.</summary>
    private const int Attempts = 6;

    /// <summary>Encounters that nobody works on and that have something to be kept: each once, so it is bounded by what waits.</summary>
    private readonly Channel<EncounterKey> _queue = Channel.CreateUnbounded<EncounterKey>();

    /// <summary>What was told last must not be overtaken by what was told before it: of one encounter in its order.</summary>
    private readonly InTurn<EncounterKey, (Caller By, ReportedEncounter Reported)> _told = new();

    private int _requests;
    private int _lines;

    /// <summary>Never waits and never throws.</summary>
    public void Add(EncounterKey key, Caller by, ReportedEncounter reported)
    {
        var lines = reported.Orders.Count + 1;
        var (waiting, requests) = (Interlocked.Add(ref _lines, lines), Interlocked.Increment(ref _requests));
        if (waiting > MostLines || requests > Most)
        {
            Leave(lines);
            ObservationMetrics.Ended("dropped");
            return;
        }
        ObservationMetrics.Added();
        if (_told.Add(key, (by, reported)))
            _queue.Writer.TryWrite(key);
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => Task.Run(() => WorkAsync(stoppingToken), stoppingToken)));

    private async Task WorkAsync(CancellationToken stopping)
    {
        while (await _queue.Reader.WaitToReadAsync(stopping))
        {
            while (_queue.Reader.TryRead(out var key))
            {
                while (_told.TryTake(key, out var next))
                {
                    await KeepAsync(key, next.By, next.Reported, stopping);
                    Leave(next.Reported.Orders.Count + 1);
                    ObservationMetrics.Taken();
                }
            }
        }
    }

    private void Leave(int lines)
    {
        Interlocked.Add(ref _lines, -lines);
        Interlocked.Decrement(ref _requests);
    }

    private async Task KeepAsync(EncounterKey key, Caller by, ReportedEncounter reported, CancellationToken stopping)
    {
        var pause = Pause;
        for (var attempt = 1; ; attempt++)
        {
            var outcome = await TryAsync(key, by, reported);
            if (outcome is WriteOutcomeKind.Done or WriteOutcomeKind.Refused or WriteOutcomeKind.Conflict)
            {
                ObservationMetrics.Ended(outcome == WriteOutcomeKind.Done ? "recorded" : "refused");
                return;
            }
            if (attempt == Attempts)
            {
                ObservationMetrics.Ended("given_up");
                GrainLog.ObservationGivenUp(logger, key.Hospital, reported.Orders.Count);
                return;
            }
            ObservationMetrics.Ended("retried");
            await Task.Delay(pause, time, stopping);
            pause *= 2;
        }
    }

    private async Task<WriteOutcomeKind> TryAsync(EncounterKey key, Caller by, ReportedEncounter reported)
    {
        try
        {
            var outcome = await grains.Of(key).ObserveAsync(by, reported);
            if (outcome.Kind is WriteOutcomeKind.Refused or WriteOutcomeKind.Conflict)
                GrainLog.ObservationRefused(logger, key.Hospital, outcome.Subject);
            return outcome.Kind;
        }
#pragma warning disable CA1031 // The question was answered: what goes wrong behind it is tried again.
        catch (Exception e)
#pragma warning restore CA1031
        {
            GrainLog.ObservationFailed(logger, e, key.Hospital);
            return WriteOutcomeKind.Unavailable;
        }
    }
}
