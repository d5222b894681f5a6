using OrderCheck.Core.Rules;

namespace OrderCheck.Grains.Releases;

/// <summary>The release that this silo judges by. A check reads it once, so it sees one from start to end.</summary>
public sealed class ReleaseHolder
{
    private readonly Lock _swap = new();
    private volatile Release? _current;

    /// <summary>Null until the first one is compiled: checks then say so.</summary>
    public Release? Current => _current;

    /// <summary>Raised after a swap, on the thread that swapped.</summary>
    public event Action? Swapped;

    /// <summary>Makes it the one that checks use from now on; false, and nothing changes, if a newer one is in use already.</summary>
    public bool Swap(Release release)
    {
        lock (_swap)
        {
            if (_current is { } current && current.Number > release.Number)
                return false;
            _current = release;
        }
        Swapped?.Invoke();
        return true;
    }
}
