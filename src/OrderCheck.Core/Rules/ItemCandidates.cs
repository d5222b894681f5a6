using System.Collections.Frozen;

namespace OrderCheck.Core.Rules;

/// <summary>
/// Item code → candidates, of the rows that are objects. A row for codes that begin alike is kept by its prefix alone, however many
/// items the catalogue has; an item with rows of its own has those of its prefixes with them.
/// </summary>
internal sealed class ItemCandidates
{
    private readonly FrozenDictionary<string, Candidate[]> _byItem;
    private readonly FrozenDictionary<string, Candidate[]>.AlternateLookup<ReadOnlySpan<char>> _byPrefix;
    private readonly int[] _prefixLengths;

    /// <param name="byItem">Candidates of the codes that rows name, each with its place in the order in which rules are asked.</param>
    /// <param name="byPrefix">The same of prefixes.</param>
    public ItemCandidates(Dictionary<string, List<(int Place, Candidate Candidate)>> byItem, Dictionary<string, List<(int Place, Candidate Candidate)>> byPrefix)
    {
        _prefixLengths = [.. byPrefix.Keys.Select(prefix => prefix.Length).Distinct().OrderDescending()];
        _byPrefix = byPrefix
            .ToFrozenDictionary(entry => entry.Key, entry => United(byPrefix, _prefixLengths, entry.Key, []))
            .GetAlternateLookup<ReadOnlySpan<char>>();
        _byItem = byItem.ToFrozenDictionary(entry => entry.Key, entry => United(byPrefix, _prefixLengths, entry.Key, entry.Value));
    }

    public ReadOnlySpan<Candidate> For(string itemCode)
    {
        if (_byItem.TryGetValue(itemCode, out var candidates))
            return candidates;
        // The longest has those of the shorter ones that it begins with.
        foreach (var length in _prefixLengths)
        {
            if (length <= itemCode.Length && _byPrefix.TryGetValue(itemCode.AsSpan(0, length), out candidates))
                return candidates;
        }
        return [];
    }

    /// <summary>Those of the code itself and of every prefix that it begins with, in order; a row that names it twice is for it once.</summary>
    private static Candidate[] United(
        Dictionary<string, List<(int Place, Candidate Candidate)>> byPrefix, int[] lengths, string code, List<(int Place, Candidate Candidate)> own)
    {
        var all = new List<(int Place, Candidate Candidate)>(own);
        foreach (var length in lengths)
        {
            if (length <= code.Length && byPrefix.TryGetValue(code[..length], out var more))
                all.AddRange(more);
        }
        return [.. all.DistinctBy(one => one.Place).OrderBy(one => one.Place).Select(one => one.Candidate)];
    }
}
