using OrderCheck.Protocol.V1;

namespace OrderCheck.Server.Overload;

/// <summary>
/// Paces the automatic batch: at midnight thousands of lines come at once that nobody waits for, while doctors wait for their
/// checks. What takes the processors, and the collections that it brings, is the same however fast the lines are worked off;
/// spread over half a minute it meets few checks. A posting waits for the lines before it, outside the gate and before it is
/// read; a few lines wait for nothing.
/// </summary>
internal sealed class BatchPace(TimeProvider time)
{
    /// <summary>Of automatic lines on each processor: 20 000 take 25 seconds on two, a few on a large machine.</summary>
    private const int LinesPerSecond = 400;

    /// <summary>So many lines are not a batch.</summary>
    private const int AtOnce = 50;

    private static readonly TimeSpan OfALine = TimeSpan.FromSeconds(1) / (LinesPerSecond * Environment.ProcessorCount);
    private static readonly TimeSpan Allowance = OfALine * AtOnce;

    /// <summary>Postings begin together at each beat: they share a commit, and between the beats the processors are the checks' alone.</summary>
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(250);

    /// <summary>Who would wait longer is asked to come again: what waits is held in memory.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    private readonly Lock _lock = new();
    private readonly long _origin = time.GetTimestamp();

    /// <summary>Since the origin: when all lines that came so far have had their time.</summary>
    private TimeSpan _busyUntil;

    /// <summary>Ends when the call may go on; what is no batch need not wait.</summary>
    /// <exception cref="OverloadException">It would wait too long.</exception>
    public Task WaitAsync(object request, CancellationToken cancellation) =>
        request is PostChargesRequest { Charges.Count: > 0 } posting && posting.Charges.All(static charge => charge.Automatic)
            ? WaitAsync(OfALine * posting.Charges.Count, cancellation)
            : Task.CompletedTask;

    private async Task WaitAsync(TimeSpan own, CancellationToken cancellation)
    {
        var wait = Queue(own);
        if (wait <= TimeSpan.Zero)
            return;
        try
        {
            await Task.Delay(wait, time, cancellation);
        }
        catch (OperationCanceledException)
        {
            // Who has given up comes again with the same lines: they must not count twice.
            lock (_lock)
                _busyUntil -= own;
            throw;
        }
    }

    private static TimeSpan OnBeat(TimeSpan at) => TimeSpan.FromTicks((at.Ticks + Beat.Ticks - 1) / Beat.Ticks * Beat.Ticks);

    private TimeSpan Queue(TimeSpan own)
    {
        lock (_lock)
        {
            var now = time.GetElapsedTime(_origin);
            var wait = _busyUntil - now - Allowance;
            if (wait > Longest)
                throw new OverloadException();
            _busyUntil = (_busyUntil > now ? _busyUntil : now) + own;
            return wait <= TimeSpan.Zero ? wait : OnBeat(now + wait) - now;
        }
    }
}
