using System.Diagnostics;

namespace OrderCheck.Ledger.Background;

/// <summary>
/// Linux looks only at its tick, every 4 ms, whether somebody waits for the processor of a thread that computes, however nice that thread is:
/// a check would wait that long wherever it comes behind one. A thread that asks by itself keeps nobody waiting.
/// </summary>
internal static class Turns
{
    /// <summary>Between two looks: a look costs about a microsecond.</summary>
    private static readonly long Stretch = Stopwatch.Frequency / 8_000;

    /// <summary>A check wakes up half a dozen times, each time perhaps behind such a stretch.</summary>
    private static readonly long ShortStretch = Stopwatch.Frequency / 50_000;

    [ThreadStatic]
    private static long _last;

    /// <summary>Lets whoever waits have the processor, if this thread has had it for a while; nothing happens where nobody waits.</summary>
    public static void Give() => GiveAfter(Stretch);

    /// <summary>The same much more often: of work that comes as often as checks do, and is less urgent.</summary>
    public static void GiveOften() => GiveAfter(ShortStretch);

    private static void GiveAfter(long stretch)
    {
        if (Stopwatch.GetTimestamp() - _last < stretch)
            return;
        Thread.Yield();
        _last = Stopwatch.GetTimestamp();
    }
}
