namespace OrderCheck.Grains.Encounters;

/// <summary>
/// Work that waits, of many encounters: who begins one's first has all of that one's until none is left. So of one encounter it is done
/// in the order in which it came, however often some of it has to be tried. Safe on any thread.
/// </summary>
internal sealed class InTurn<TKey, T>
    where TKey : notnull
{
    private readonly Lock _lock = new();
    private readonly Dictionary<TKey, Queue<T>> _waiting = [];

    /// <returns>True: nobody has work of this one, so somebody has to begin.</returns>
    public bool Add(TKey key, T work)
    {
        lock (_lock)
        {
            if (_waiting.TryGetValue(key, out var before))
            {
                before.Enqueue(work);
                return false;
            }
            _waiting.Add(key, new Queue<T>([work]));
            return true;
        }
    }

    /// <summary>For whoever has begun, and has done what was taken before; false where none is left, and the next one has to be begun anew.</summary>
    public bool TryTake(TKey key, out T work)
    {
        lock (_lock)
        {
            if (_waiting[key].TryDequeue(out work!))
                return true;
            _waiting.Remove(key);
            return false;
        }
    }
}
