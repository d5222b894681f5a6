using System.Threading.Channels;
using OrderCheck.Core.Hospitals;
using OrderCheck.Interop.Nhsa;
using OrderCheck.Interop.Nhsa.Relay;
using OrderCheck.Ledger;
using OrderCheck.Ledger.Relay;
using OrderCheck.Server.Health;

namespace OrderCheck.Server.Nhsa.Relay;

/// <summary>
/// Tells the bureaus what users did about their warnings: at once, and again with longer and longer pauses until the bureau has
/// answered or a day is over.
/// </summary>
internal sealed class DispositionSender(
    Bureaus bureaus, IRelayStore store, HospitalRegions regions, RelayGauges gauges, Readiness readiness, TimeProvider time, ILogger<DispositionSender> logger)
    : BackgroundService
{
    /// <summary>How often it looks for what other processes left.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    /// <summary>What the bureau has not taken for so long is given up.</summary>
    public static readonly TimeSpan Worthwhile = TimeSpan.FromDays(1);

    private const int AtOnce = 200;
    private const int InOneMessage = 50;
    private const int DaysKept = 90;
    private static readonly TimeSpan LongestBackoff = TimeSpan.FromMinutes(10);
    private readonly Channel<bool> _wake = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private DateTimeOffset _forgotten;
    private int _serial;

    /// <summary>There is something to send.</summary>
    public void Wake() => _wake.Writer.TryWrite(true);

    /// <summary>5 s, 10 s, 20 s … 10 min.</summary>
    public static TimeSpan BackoffAfter(int attempts)
    {
        var pause = Pause * (1 << Math.Min(attempts, 10));
        return pause < LongestBackoff ? pause : LongestBackoff;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (bureaus.All.Count == 0)
            return;
        await readiness.WaitAsync(stoppingToken);
        await BeginAsync(stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            if (!await RoundAsync(stoppingToken))
                await WaitAsync(stoppingToken);
        }
    }

    /// <summary>What cannot be made due now is due a minute later by itself.</summary>
    private async Task BeginAsync(CancellationToken stopping)
    {
        try
        {
            await store.BeginAsync(time.GetUtcNow()).WaitAsync(stopping);
        }
        catch (LedgerUnavailableException down)
        {
            ServerLog.DispositionsPostponed(logger, down.Reason);
        }
    }

    /// <returns>Whether there may be more that is due.</returns>
    private async Task<bool> RoundAsync(CancellationToken stopping)
    {
        try
        {
            var now = time.GetUtcNow();
            var until = now + bureaus.All.Max(static one => one.Settings.Deadline) + TimeSpan.FromMinutes(1);
            var due = await store.ClaimDispositionsAsync(now, until, AtOnce);
            // One bureau that is slow does not hold another's.
            await Task.WhenAll(due.GroupBy(static one => one.Told.Hospital).Select(of => SendAsync(of.Key, [.. of], until, stopping)));
            gauges.Refresh(await store.ReadBacklogAsync(stopping));
            if (now - _forgotten >= TimeSpan.FromDays(1))
            {
                await store.ForgetAsync(now - TimeSpan.FromDays(DaysKept));
                _forgotten = now;
            }

            return due.Count == AtOnce;
        }
        catch (LedgerUnavailableException down)
        {
            ServerLog.DispositionsPostponed(logger, down.Reason);
            return false;
        }
#pragma warning disable CA1031 // Whatever it was: the next round tries again, and the process must not end for it.
        catch (Exception error) when (error is not OperationCanceledException)
#pragma warning restore CA1031
        {
            ServerLog.DispositionsFailed(logger, error);
            return false;
        }
    }

    /// <param name="until">Then another process may have them.</param>
    private async Task SendAsync(string hospital, IReadOnlyList<DueDisposition> due, DateTimeOffset until, CancellationToken stopping)
    {
        var old = due.Where(one => time.GetUtcNow() - one.ToldAt >= Worthwhile).ToList();
        if (old.Count > 0)
        {
            await store.SettleAsync(old, DispositionOutcome.GivenUp);
            RelayTelemetry.Settled(old.Count, DispositionOutcome.GivenUp);
            ServerLog.DispositionsGivenUp(logger, hospital, old.Count);
        }

        foreach (var message in due.Except(old).GroupBy(static one => (one.Told.Envelope, one.Told.WarnType)).SelectMany(static same => same.Chunk(InOneMessage)))
        {
            stopping.ThrowIfCancellationRequested();
            // A slow bureau took the whole minute for the messages before: they are claimed anew.
            if (bureaus.Of(hospital) is { } bureau && time.GetUtcNow() + bureau.Settings.Deadline > until)
                return;
            await SendAsync(hospital, message);
        }
    }

    private async Task SendAsync(string hospital, DueDisposition[] message)
    {
        var answer = bureaus.Of(hospital) is { } bureau ? await AskAsync(bureau, message) : BureauAnswer.Failed("no_bureau");
        if (answer.State is BureauState.Answered or BureauState.Refused)
        {
            var outcome = answer.State == BureauState.Answered ? DispositionOutcome.Acknowledged : DispositionOutcome.Refused;
            await store.SettleAsync(message, outcome);
            RelayTelemetry.Settled(message.Length, outcome);
            if (outcome == DispositionOutcome.Refused)
                ServerLog.DispositionsRefused(logger, hospital, message.Length, answer.InfCode);
            return;
        }

        var attempts = message.Max(static one => one.Attempts);
        await store.PostponeAsync(message, time.GetUtcNow() + BackoffAfter(attempts));
        RelayTelemetry.Settled(message.Length, DispositionOutcome.Waiting);
        if (attempts == 0)
            ServerLog.DispositionsWait(logger, hospital, message.Length, answer.Reason);
    }

    private async Task<BureauAnswer> AskAsync(Bureau bureau, DueDisposition[] message)
    {
        var told = message[0].Told;
        var zone = regions.ZoneOf(told.Hospital) ?? Hospital.FindTimeZone(Hospital.DefaultTimeZoneId);
        var body = KeptEnvelope.Message(
            told.Envelope,
            told.WarnType,
            message.Select(static one => new NhsaDisposition(one.Told.BureauId, one.Told.Way == "1", one.Told.Reason)),
            FeedbackForm.Of(regions.Of(told.Hospital)),
            TimeZoneInfo.ConvertTime(time.GetUtcNow(), zone),
            (int)((uint)Interlocked.Increment(ref _serial) % 10_000));
        var reply = await bureau.SendAsync("3103", body, "application/json; charset=utf-8");
        if (reply.Failure is { } failure)
            return BureauAnswer.Failed(failure);
        return BureauAnswerReader.Read(reply.Body, reply.Charset, RelayForm.Of(regions.Of(told.Hospital)), []);
    }

    private async Task WaitAsync(CancellationToken stopping)
    {
        using var paused = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        var woken = _wake.Reader.WaitToReadAsync(paused.Token).AsTask();
        await Task.WhenAny(woken, Task.Delay(Pause, time, paused.Token));
        await paused.CancelAsync();
        _wake.Reader.TryRead(out _);
    }
}
