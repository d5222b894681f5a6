using System.Collections.Concurrent;

namespace OrderCheck.Server.Nhsa;

/// <summary>Numbers used once, for as long as a signature with one could be sent again. Safe on any thread.</summary>
internal sealed class SeenNonces(TimeSpan kept, TimeProvider time)
{
    /// <summary>Beyond it signatures are refused: to forget one would let it be used again.</summary>
    private const int Most = 1_000_000;

    private readonly ConcurrentDictionary<(string, string), long> _seen = new();
    private long _cleaned = time.GetTimestamp();

    /// <summary>False if it was used before.</summary>
    public bool Add(string caller, string nonce)
    {
        Clean();
        return _seen.Count < Most && _seen.TryAdd((caller, nonce), time.GetTimestamp());
    }

    private void Clean()
    {
        var last = Volatile.Read(ref _cleaned);
        if (time.GetElapsedTime(last) < kept / 2 || Interlocked.CompareExchange(ref _cleaned, time.GetTimestamp(), last) != last)
            return;
        foreach (var (nonce, at) in _seen)
        {
            if (time.GetElapsedTime(at) >= kept)
                _seen.TryRemove(nonce, out _);
        }
    }
}
