using OrderCheck.Core.Catalogue;
using OrderCheck.Core.Tables;

namespace OrderCheck.Core.Knowledge.Reading;

/// <summary>The catalogue's codes in order, so that those with a prefix stand together.</summary>
internal sealed class ItemCodes
{
    /// <summary>"X*" would be a limit on every drug: too easily a slip.</summary>
    public const int ShortestPrefix = 3;

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

    /// <summary>Whether it is a code of the catalogue, or a prefix with '*' that some code begins with; else a fault of the column.</summary>
    public bool KnowsAny(CsvTable table, string column, string codeOrPrefix)
    {
        var isPrefix = codeOrPrefix.EndsWith('*');
        if (isPrefix ? codeOrPrefix.Length > ShortestPrefix && !With(codeOrPrefix[..^1]).IsEmpty : Knows(codeOrPrefix))
            return true;
        var message = !isPrefix ? $"'{codeOrPrefix}' is not in the catalogue (catalogue/items.csv)."
            : codeOrPrefix.Length <= ShortestPrefix ? $"'{codeOrPrefix}' is too short; a prefix has at least {ShortestPrefix} characters before the '*'."
            : $"no item of the catalogue (catalogue/items.csv) begins with '{codeOrPrefix[..^1]}'.";
        table.Fault(column, message);
        return false;
    }

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
