using System.Diagnostics;

namespace OrderCheck.Grains.Checks;

/// <summary>Takes the laps of one check. Where nobody listens it does not even look at the clock.</summary>
public struct PhaseTimer
{
    private readonly long _started;
    private long _lap;

    private PhaseTimer(long now) => (_started, _lap) = (now, now);

    public static PhaseTimer Start() => new(CheckMetrics.Times ? Stopwatch.GetTimestamp() : 0);

    /// <summary>What passed since the last lap was this phase; the next begins.</summary>
    /// <param name="less">Of the lap, what is another phase's.</param>
    public void Lap(CheckPhase phase, TimeSpan less = default)
    {
        if (_started == 0)
            return;
        var now = Stopwatch.GetTimestamp();
        CheckMetrics.Took(phase, Stopwatch.GetElapsedTime(_lap, now) - less);
        _lap = now;
    }

    /// <summary>What passed since the last lap is measured elsewhere.</summary>
    public void Skip()
    {
        if (_started != 0)
            _lap = Stopwatch.GetTimestamp();
    }

    /// <summary>The check's last lap is over.</summary>
    public void End(CheckPhase phase)
    {
        Lap(phase);
        if (_started != 0)
            CheckMetrics.Took(CheckPhase.Total, Stopwatch.GetElapsedTime(_started, _lap));
    }
}
