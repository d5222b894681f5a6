namespace OrderCheck.Interop.Nhsa.Reading;

/// <summary>Counts where a body leaves the specification and is understood all the same.</summary>
internal sealed class Tolerance
{
    private readonly Dictionary<string, Deviation> _byKind = new(StringComparer.Ordinal);

    public IReadOnlyList<Deviation> All => [.. _byKind.Values.OrderBy(deviation => deviation.Kind, StringComparer.Ordinal)];

    public void Add(string kind, string path)
    {
        if (!Again(kind))
            _byKind.Add(kind, new Deviation(kind, path, 1));
    }

    /// <summary>Counts one of a kind that is known; the path of the first is kept, that of others need not be made.</summary>
    public bool Again(string kind)
    {
        if (!_byKind.TryGetValue(kind, out var known))
            return false;
        _byKind[kind] = known with { Times = known.Times + 1 };
        return true;
    }
}
