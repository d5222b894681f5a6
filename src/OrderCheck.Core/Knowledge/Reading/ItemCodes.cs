using OrderCheck.Core.Catalogue;
using OrderCheck.Core.Tables;

namespace OrderCheck.Core.Knowledge.Reading;

/// <summary>The catalogue's codes in order, so that those with a prefix stand together.</summary>
internal sealed class ItemCodes
{
    private const int LongestCode = 64;

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
        if (Fault(codeOrPrefix) is not { } fault)
            return true;
        table.Fault(column, fault);
        return false;
    }

    /// <summary>What is wrong with a code, or with a prefix that ends in '*'; null where the catalogue has items for it.</summary>
    /// <param name="mayBeShort">A prefix may be as short as "X*" or "*".</param>
    public string? Fault(string code, bool mayBeShort = false)
    {
        if (code.Length > LongestCode)
            return $"the code has {code.Length} characters; at most {LongestCode} are allowed.";
        if (!code.EndsWith('*'))
            return Knows(code) ? null : $"'{code}' is not in the catalogue (catalogue/items.csv).";
        if (code.Length <= ShortestPrefix && !mayBeShort)
            return $"'{code}' is too short; a prefix has at least {ShortestPrefix} characters before the '*'.";
        return With(code[..^1]).IsEmpty ? $"no item of the catalogue (catalogue/items.csv) begins with '{code[..^1]}'." : null;
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
