using OrderCheck.Core.Charges;

namespace OrderCheck.Grains.Encounters;

/// <summary>
/// Paces the automatic batch: at midnight thousands of lines come at once that nobody waits for, while doctors wait for their
/// checks. Large postings of automatic charges are worked on one after another, each followed by a pause in which the
/// processors are the checks' alone: 20 000 lines take some seconds instead of two.
/// </summary>
internal sealed class BatchPace(TimeProvider time) : IDisposable
{
    /// <summary>A posting of fewer lines takes no longer than a check may.</summary>
    private const int LargeFrom = 50;

    /// <summary>How many times as long as the work the pause behind it is.</summary>
    private const int Pauses = 2;

    private static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(250);

    private readonly SemaphoreSlim _turn = new(1);

    /// <summary>Ends when the write may begin; until it is disposed of, no other large one does. Null: it needs no turn.</summary>
    public async Task<IDisposable?> WaitAsync(WriteRequest request, CancellationToken cancellation)
    {
        if (request.Facts.Count < LargeFrom || !request.Facts.All(static fact => fact is Charge { Automatic: true }))
            return null;
        await _turn.WaitAsync(cancellation);
        return new Turn(this, time.GetTimestamp());
    }

    public void Dispose() => _turn.Dispose();

    private async Task PassOnAsync(long started)
    {
        var pause = time.GetElapsedTime(started) * Pauses;
        await Task.Delay(pause < LongestPause ? pause : LongestPause, time);
        _turn.Release();
    }

    /// <summary>The caller has its receipt at once; the pause is only the next one's.</summary>
    private sealed class Turn(BatchPace pace, long started) : IDisposable
    {
        private Task? _passing;

        public void Dispose() => _passing ??= pace.PassOnAsync(started);
    }
}
