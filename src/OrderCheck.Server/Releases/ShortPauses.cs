namespace OrderCheck.Server.Releases;

/// <summary>
/// While a release is made, much of what is young is kept, and what a collection keeps it copies while every check waits: rules of a thousand
/// expressions, once in 64 MB of young objects, are tens of milliseconds. So young objects are collected more often meanwhile, a little at a time.
/// </summary>
internal sealed class ShortPauses : IDisposable
{
    /// <summary>What may become between two collections.</summary>
    private const long Room = 12 << 20;

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
        var (collected, at) = (GC.CollectionCount(0), GC.GetTotalAllocatedBytes());
        while (!_over.Wait(Look))
        {
            var made = GC.GetTotalAllocatedBytes();
            if (GC.CollectionCount(0) == collected && made - at < Room)
                continue;
            if (GC.CollectionCount(0) == collected)
                GC.Collect(0, GCCollectionMode.Forced, blocking: true);
            (collected, at) = (GC.CollectionCount(0), made);
        }
    }
}
