namespace OrderCheck.Cli.Nhsa;

/// <summary>The items that points name, each with the names it had and when.</summary>
internal sealed class ItemNames
{
    private readonly SortedDictionary<string, SortedDictionary<DateOnly, string>> _names = new(StringComparer.Ordinal);

    public IEnumerable<string> Codes => _names.Keys;

    /// <summary>Each code with every name that it had.</summary>
    public IEnumerable<(string Code, string Name)> All => _names.SelectMany(item => item.Value.Values.Distinct().Select(name => (item.Key, name)));

    public bool Has(string code) => _names.ContainsKey(code);

    public int Count => _names.Count;

    /// <summary>A point of that day calls the item so. Of several on one day the first is kept.</summary>
    public void Add(string code, string name, DateOnly published)
    {
        if (!_names.TryGetValue(code, out var names))
            _names[code] = names = [];
        names.TryAdd(published, name);
    }

    /// <summary>The spans in which the item had one name: the first is open to the past, the last to the future.</summary>
    public IEnumerable<(string Name, DateOnly? From, DateOnly? To)> SpansOf(string code)
    {
        var changes = new List<(string Name, DateOnly? From)>();
        foreach (var (day, name) in _names[code])
        {
            if (changes.Count == 0)
                changes.Add((name, null));
            else if (changes[^1].Name != name)
                changes.Add((name, day));
        }
        for (var i = 0; i < changes.Count; i++)
            yield return (changes[i].Name, changes[i].From, i + 1 < changes.Count ? changes[i + 1].From!.Value.AddDays(-1) : null);
    }
}
