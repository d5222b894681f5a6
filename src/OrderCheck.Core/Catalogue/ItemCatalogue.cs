using System.Collections.Frozen;

namespace OrderCheck.Core.Catalogue;

/// <summary>All items, each as it is from day to day.</summary>
public sealed class ItemCatalogue
{
    private readonly FrozenDictionary<string, CatalogueItem[]> _versions;

    internal ItemCatalogue(IEnumerable<CatalogueItem> items) =>
        _versions = items.GroupBy(item => item.Code).ToFrozenDictionary(group => group.Key, group => group.ToArray());

    public static ItemCatalogue Empty { get; } = new([]);

    public IReadOnlyList<string> Codes => _versions.Keys;

    /// <summary>Names and generic names of the items on any day, each with its code.</summary>
    internal IEnumerable<(string Name, string Code)> Names =>
        _versions.Values.SelectMany(versions => versions).SelectMany(item => new[] { (item.Name, item.Code), (item.GenericName ?? item.Name, item.Code) });

    /// <summary>Whether the code is in the catalogue on any day.</summary>
    public bool Knows(string code) => _versions.ContainsKey(code);

    /// <summary>What the code was ever called.</summary>
    public IEnumerable<string> NamesOf(string code) =>
        _versions.TryGetValue(code, out var versions) ? versions.Select(version => version.Name).Distinct(StringComparer.Ordinal) : [];

    /// <summary>The item as it is on that day; null where the code is not in force then, or not known at all.</summary>
    public CatalogueItem? FindItem(string code, DateOnly at)
    {
        if (_versions.TryGetValue(code, out var versions))
        {
            foreach (var version in versions)
            {
                if (version.InForce(at))
                    return version;
            }
        }
        return null;
    }
}
