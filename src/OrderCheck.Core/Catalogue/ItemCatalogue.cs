using System.Text;
using OrderCheck.Core.Tables;

namespace OrderCheck.Core.Catalogue;

/// <summary>All items, each as it is from day to day.</summary>
public sealed class ItemCatalogue
{
    private readonly Remembered<CatalogueItem[]> _versions;
    private readonly PackedItems? _packed;

    internal ItemCatalogue(IEnumerable<CatalogueItem> items)
    {
        var texts = new TextPool();
        Book = new CodeBook(texts);
        var byCode = items.GroupBy(item => item.Code).Select(static group => group.ToArray()).ToList();
        foreach (var versions in byCode)
            Book.Add(texts.Add(Encoding.UTF8.GetBytes(versions[0].Code)));
        _versions = new Remembered<CatalogueItem[]>(Book.Count, number => byCode[number]);
    }

    internal ItemCatalogue(PackedItems items)
    {
        _packed = items;
        Book = items.Codes;
        _versions = new Remembered<CatalogueItem[]>(Book.Count, items.VersionsOf);
    }

    public static ItemCatalogue Empty { get; } = new([]);

    /// <summary>Every code once, in the order of the file.</summary>
    public IReadOnlyList<string> Codes => [.. Enumerable.Range(0, Book.Count).Select(number => Book[number])];

    /// <summary>How many codes there are.</summary>
    public int Count => Book.Count;

    /// <summary>The codes by number.</summary>
    internal CodeBook Book { get; }

    /// <summary>By code's number that of its name in the pool of texts; empty where the catalogue has no such pool.</summary>
    internal int[] NameTexts() => _packed?.NamesByCode() ?? [];

    /// <summary>Whether the code is in the catalogue on any day.</summary>
    public bool Knows(string code) => Book.Find(code) >= 0;

    /// <summary>What the code was ever called.</summary>
    public IEnumerable<string> NamesOf(string code) =>
        Book.Find(code) is >= 0 and var number ? _versions[number].Select(version => version.Name).Distinct(StringComparer.Ordinal) : [];

    /// <summary>The item as it is on that day; null where the code is not in force then, or not known at all.</summary>
    public CatalogueItem? FindItem(string code, DateOnly at)
    {
        var number = Book.Find(code);
        if (number < 0)
            return null;
        foreach (var version in _versions[number])
        {
            if (version.InForce(at))
                return version;
        }
        return null;
    }

    /// <summary>Makes ready what the other has in use: a first check is then not slower than the next.</summary>
    internal void Prepare(ItemCatalogue other)
    {
        foreach (var number in other._versions.Numbers())
        {
            if (Book.Find(other.Book[number]) is >= 0 and var own)
                _ = _versions[own];
        }
    }

    /// <summary>Codes of the items that have that name, or generic name, on any day.</summary>
    internal IEnumerable<string> Named(string name) =>
        _packed?.Named(name)
        ?? Enumerable.Range(0, Book.Count).Where(number => Array.Exists(_versions[number], item => item.Name == name || item.GenericName == name)).Select(number => Book[number]);
}
