using System.Collections.Frozen;
using OrderCheck.Core.Checks;

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
    private readonly Candidate[][] _ofEncounterAt;
    private readonly Candidate[][] _ofEveryItemAt;

    public CandidateIndex(
        FrozenDictionary<string, Candidate[]> byItem, FrozenDictionary<string, Candidate[]> byPrefix, Candidate[] ofEncounter,
        Candidate[] ofEveryItem)
    {
        _byItem = byItem;
        _byPrefix = byPrefix.GetAlternateLookup<ReadOnlySpan<char>>();
        _prefixLengths = [.. byPrefix.Keys.Select(prefix => prefix.Length).Distinct().OrderDescending()];
        _ofEncounter = ofEncounter;
        _ofEncounterAt = ByStage(ofEncounter, static (rule, stage) => rule.RunsAt(stage));
        _ofEveryItemAt = ByStage(ofEveryItem, static (rule, stage) => rule.MayRunAt(stage));
    }

    public static CandidateIndex Empty { get; } =
        new(FrozenDictionary<string, Candidate[]>.Empty, FrozenDictionary<string, Candidate[]>.Empty, [], []);

    public ReadOnlySpan<Candidate> OfEncounter => _ofEncounter;

    /// <summary>Those of that stage: a doctor's check does not even look at what is asked at discharge.</summary>
    public ReadOnlySpan<Candidate> OfEncounterAt(Stage stage) => _ofEncounterAt[(int)stage];

    /// <summary>Those of every line at that stage, whatever its item.</summary>
    public ReadOnlySpan<Candidate> OfEveryItemAt(Stage stage) => _ofEveryItemAt[(int)stage];

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

    private static Candidate[][] ByStage(Candidate[] candidates, Func<RuleDefinition, Stage, bool> runs) =>
        [.. Enum.GetValues<Stage>().Prepend(default).Select(stage => Array.FindAll(candidates, candidate => runs(candidate.Rule.Definition, stage)))];
}
