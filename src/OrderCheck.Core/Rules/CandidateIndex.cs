using System.Collections.Frozen;

namespace OrderCheck.Core.Rules;

/// <summary>
/// Item code → candidates. Rows given by a code prefix are spread over the catalogue's items; the prefixes themselves serve
/// codes that the catalogue does not have, such as a new maker's code of a known drug.
/// </summary>
internal sealed class CandidateIndex
{
    private readonly FrozenDictionary<string, Candidate[]> _byItem;
    private readonly FrozenDictionary<string, Candidate[]>.AlternateLookup<ReadOnlySpan<char>> _byPrefix;
    private readonly int[] _prefixLengths;
    private readonly Candidate[] _ofEncounter;

    public CandidateIndex(
        FrozenDictionary<string, Candidate[]> byItem, FrozenDictionary<string, Candidate[]> byPrefix, Candidate[] ofEncounter)
    {
        _byItem = byItem;
        _byPrefix = byPrefix.GetAlternateLookup<ReadOnlySpan<char>>();
        _prefixLengths = [.. byPrefix.Keys.Select(prefix => prefix.Length).Distinct().OrderDescending()];
        _ofEncounter = ofEncounter;
    }

    public static CandidateIndex Empty { get; } =
        new(FrozenDictionary<string, Candidate[]>.Empty, FrozenDictionary<string, Candidate[]>.Empty, []);

    public ReadOnlySpan<Candidate> OfEncounter => _ofEncounter;

    public ReadOnlySpan<Candidate> For(string itemCode)
    {
        if (_byItem.TryGetValue(itemCode, out var candidates))
            return candidates;
        foreach (var length in _prefixLengths)
        {
            if (length <= itemCode.Length && _byPrefix.TryGetValue(itemCode.AsSpan(0, length), out candidates))
                return candidates;
        }
        return [];
    }
}
