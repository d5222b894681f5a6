using System.Collections.Frozen;

namespace OrderCheck.Core.Grouping.Schemes;

/// <summary>Gathers codes and sets into a <see cref="CodeBook"/>.</summary>
internal sealed class CodeBookBuilder
{
    private readonly Dictionary<string, int> _ordinals = new(StringComparer.Ordinal);
    private readonly List<string> _codes = [];
    private readonly List<string> _names = [];
    private readonly List<bool> _grey = [];
    private readonly Dictionary<string, int> _sets = new(StringComparer.Ordinal);
    private readonly List<(int Set, int Code)> _members = [];
    private readonly List<KeyValuePair<string, int>> _mapped = [];

    public IReadOnlyDictionary<string, int> Sets => _sets;

    public void Declare(string code, string name, bool grey)
    {
        var ordinal = OrdinalOf(code);
        _names[ordinal] = name;
        _grey[ordinal] = grey;
    }

    /// <summary>The set's bit; a set may stay empty.</summary>
    public int Set(string name)
    {
        if (!_sets.TryGetValue(name, out var bit))
            _sets.Add(name, bit = _sets.Count);
        return bit;
    }

    public void Add(int set, string code) => _members.Add((set, OrdinalOf(code)));

    /// <summary>A clinical-edition code. One that is an insurance-edition code too is never mapped.</summary>
    public bool TryMap(string clinical, string insurance)
    {
        if (!_ordinals.TryGetValue(insurance, out var ordinal))
            return false;
        if (!_ordinals.ContainsKey(clinical))
            _mapped.Add(KeyValuePair.Create(clinical, -1 - ordinal));
        return true;
    }

    public int OrdinalOf(string code)
    {
        if (_ordinals.TryGetValue(code, out var ordinal))
            return ordinal;
        _ordinals.Add(code, ordinal = _codes.Count);
        _codes.Add(code);
        _names.Add("");
        _grey.Add(false);
        return ordinal;
    }

    public CodeBook Build()
    {
        var stride = Math.Max(1, (_sets.Count + 63) / 64);
        var rows = new ulong[_codes.Count * stride];
        foreach (var (set, code) in _members)
            rows[(code * stride) + (set >> 6)] |= 1UL << (set & 63);
        var all = _ordinals.Concat(_mapped.DistinctBy(pair => pair.Key)).ToFrozenDictionary(StringComparer.Ordinal);
        return new CodeBook(all, [.. _codes], [.. _names], [.. _grey], rows, stride);
    }
}
