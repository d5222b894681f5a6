using OrderCheck.Core.Catalogue;

namespace OrderCheck.Core.Knowledge.Reading;

/// <summary>The catalogue's codes in order, so that those with a prefix stand together.</summary>
internal sealed class ItemCodes
{
    private readonly ItemCatalogue _catalogue;
    private readonly string[] _sorted;
    private ILookup<string, string>? _byName;

    public ItemCodes(ItemCatalogue catalogue)
    {
        _catalogue = catalogue;
        _sorted = [.. catalogue.Codes];
        Array.Sort(_sorted, StringComparer.Ordinal);
    }

    public bool Knows(string code) => _catalogue.Knows(code);

    /// <summary>The items that have that generic name, or that name, on any day.</summary>
    public IReadOnlyCollection<string> Named(string name) =>
        [.. (_byName ??= _catalogue.Names.ToLookup(named => named.Name, named => named.Code, StringComparer.Ordinal))[name].Distinct()];

    public ReadOnlySpan<string> With(string prefix)
    {
        var from = Array.BinarySearch(_sorted, prefix, StringComparer.Ordinal);
        from = from >= 0 ? from : ~from;
        var to = from;
        while (to < _sorted.Length && _sorted[to].StartsWith(prefix, StringComparison.Ordinal))
            to++;
        return _sorted.AsSpan(from..to);
    }
}
