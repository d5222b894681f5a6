using OrderCheck.Core.Catalogue;

namespace OrderCheck.Core.Knowledge.Reading;

/// <summary>The catalogue's codes in order, so that those with a prefix stand together.</summary>
internal sealed class ItemCodes
{
    private readonly ItemCatalogue _catalogue;
    private readonly string[] _sorted;

    public ItemCodes(ItemCatalogue catalogue)
    {
        _catalogue = catalogue;
        _sorted = [.. catalogue.Codes];
        Array.Sort(_sorted, StringComparer.Ordinal);
    }

    public bool Knows(string code) => _catalogue.Knows(code);

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
