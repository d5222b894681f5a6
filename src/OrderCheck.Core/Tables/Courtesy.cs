using System.Diagnostics;

namespace OrderCheck.Core.Tables;

/// <summary>
/// Long work lets others pass. Linux looks only at its tick, every 4 ms, whether somebody waits for the processor of a thread that computes,
/// however nice that thread is: a check would wait that long wherever it comes behind one. A thread that asks by itself keeps nobody waiting.
/// </summary>
public static class Courtesy
{
    /// <summary>Between two looks: a look costs about a microsecond.</summary>
    private static readonly long Stretch = Stopwatch.Frequency / 8_000;

    [ThreadStatic]
    private static long _last;

    /// <summary>To be called in every turn of a long loop; nothing happens where nobody waits.</summary>
    public static void Pause()
    {
        var now = Stopwatch.GetTimestamp();
        if (now - _last < Stretch)
            return;
        Thread.Yield();
        _last = Stopwatch.GetTimestamp();
    }
}
