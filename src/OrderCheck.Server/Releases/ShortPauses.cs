namespace OrderCheck.Server.Releases;

/// <summary>
/// While a release is made, much of what is young is kept, and what a collection keeps it copies while every check waits: rules of a thousand
/// expressions, once in 64 MB of young objects, are tens of milliseconds. So young objects are collected more often meanwhile, a little at a time.
/// </summary>
internal sealed class ShortPauses : IDisposable
{
    /// <summary>Young objects that may become between two collections, in bytes.</summary>
    private const long Young = 12 << 20;

    /// <summary>All that may become between two collections, large objects too, which are most of it while tables are read: no collection copies them.</summary>
    private const long Most = 4 * Young;

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(5);
    private readonly ManualResetEventSlim _over = new();
    private readonly Thread _watch;

    public ShortPauses()
    {
        _watch = new Thread(Watch) { IsBackground = true, Name = "short-pauses" };
        _watch.Start();
    }

    public void Dispose()
    {
        _over.Set();
        _watch.Join();
        _over.Dispose();
    }

    private void Watch()
    {
        var (collected, at, room) = (GC.CollectionCount(0), GC.GetTotalAllocatedBytes(), Young);
        while (!_over.Wait(Look))
        {
            var made = GC.GetTotalAllocatedBytes();
            if (GC.CollectionCount(0) == collected && made - at < room)
                continue;
            if (GC.CollectionCount(0) == collected)
                GC.Collect(0, GCCollectionMode.Forced, blocking: true);
            room = Room(made - at, GC.GetGCMemoryInfo(GCKind.Any).GenerationInfo[0].SizeBeforeBytes);
            (collected, at) = (GC.CollectionCount(0), made);
        }
    }

    /// <summary>Until the next collection, if as much of it is young as was before the last.</summary>
    private static long Room(long made, long young) => Math.Clamp((long)((double)Young * made / Math.Max(young, 1)), Young, Most);
}
