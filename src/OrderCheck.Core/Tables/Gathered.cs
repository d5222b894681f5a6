namespace OrderCheck.Core.Tables;

/// <summary>Very many small values, one behind another, until they are put in their places: in chunks, which are never copied while they become more.</summary>
internal sealed class Gathered<T>
    where T : struct
{
    /// <summary>Large objects, each of them.</summary>
    private const int ChunkSize = 1 << 14;

    private readonly List<T[]> _chunks = [];
    private int _used = ChunkSize;

    public int Count => _chunks.Count == 0 ? 0 : ((_chunks.Count - 1) * ChunkSize) + _used;

    public IEnumerable<ReadOnlyMemory<T>> Chunks
    {
        get
        {
            for (var at = 0; at < _chunks.Count; at++)
                yield return _chunks[at].AsMemory(0, at == _chunks.Count - 1 ? _used : ChunkSize);
        }
    }

    public void Add(T value)
    {
        if (_used == ChunkSize)
        {
            _chunks.Add(GC.AllocateUninitializedArray<T>(ChunkSize));
            _used = 0;
        }
        _chunks[^1][_used++] = value;
    }

    public void Clear()
    {
        _chunks.Clear();
        _used = ChunkSize;
    }
}
