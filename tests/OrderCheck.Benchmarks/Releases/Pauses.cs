using System.Globalization;

namespace OrderCheck.Benchmarks.Releases;

/// <summary>Notes collections that stop all threads for long, while something runs.</summary>
internal sealed class Pauses : IDisposable
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan Long = TimeSpan.FromMilliseconds(5);
    private static readonly GCKind[] Kinds = [GCKind.Ephemeral, GCKind.FullBlocking, GCKind.Background];
    private readonly HashSet<(GCKind, long)> _seen = [];
    private readonly List<string> _long = [];
    private readonly Thread _watch;
    private readonly ManualResetEventSlim _over = new();

    public Pauses()
    {
        Note(keep: false);
        _watch = new Thread(Watch) { IsBackground = true, Priority = ThreadPriority.AboveNormal };
        _watch.Start();
    }

    public void Dispose()
    {
        _over.Set();
        _watch.Join();
        _over.Dispose();
    }

    public override string ToString() => _long.Count == 0 ? "none of 5 ms or more" : string.Join("; ", _long);

    private void Watch()
    {
        while (!_over.Wait(Look))
            Note(keep: true);
    }

    private void Note(bool keep)
    {
        foreach (var kind in Kinds)
        {
            var info = GC.GetGCMemoryInfo(kind);
            if (!_seen.Add((kind, info.Index)) || !keep)
                continue;
            foreach (var pause in info.PauseDurations)
            {
                if (pause >= Long)
                    _long.Add(string.Create(CultureInfo.InvariantCulture, $"{kind} {info.Generation} {pause.TotalMilliseconds:0} ms, {info.PromotedBytes / 1e6:0} MB promoted"));
            }
        }
    }
}
