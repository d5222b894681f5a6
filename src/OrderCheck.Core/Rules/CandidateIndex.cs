using OrderCheck.Core.Catalogue;
using OrderCheck.Core.Checks;
using OrderCheck.Core.Knowledge;
using OrderCheck.Core.Tables;

namespace OrderCheck.Core.Rules;

/// <summary>Item code → candidates, of the rows that are objects and of those of large tables, which become objects when their item is first asked for.</summary>
internal sealed class CandidateIndex
{
    private readonly ItemCandidates _ofObjects;
    private readonly Candidate[] _ofEncounter;
    private readonly Candidate[][] _ofEncounterAt;
    private readonly Candidate[][] _ofEveryItemAt;
    private readonly PackedKnowledge? _packed;
    private readonly CodeBook _codes;
    private readonly Remembered<Candidate[]>? _ofLargeTables;
    private readonly Dictionary<CompiledRule, int> _places = [];
    private readonly int[] _placeOf;
    private readonly IReadOnlyList<CompiledRule> _rules;

    /// <param name="rules">Those that run, in order.</param>
    /// <param name="packed">The large tables; null where there are none.</param>
    public CandidateIndex(
        ItemCandidates ofObjects, Candidate[] ofEncounter, Candidate[] ofEveryItem, IReadOnlyList<CompiledRule> rules, PackedKnowledge? packed)
    {
        _ofObjects = ofObjects;
        _ofEncounter = ofEncounter;
        _ofEncounterAt = ByStage(ofEncounter, static (rule, stage) => rule.RunsAt(stage));
        _ofEveryItemAt = ByStage(ofEveryItem, static (rule, stage) => rule.MayRunAt(stage));
        (_rules, _packed, _codes) = (rules, packed, packed?.Codes ?? ItemCatalogue.Empty.Book);
        _ofLargeTables = packed is null ? null : new Remembered<Candidate[]>(_codes.Count, Make);
        foreach (var (place, rule) in rules.Index())
            _places[rule] = place;
        var byName = rules.Index().ToDictionary(rule => rule.Item.Definition.Name, rule => rule.Index, StringComparer.Ordinal);
        _placeOf = [.. (packed?.Rules ?? []).Select(rule => byName.GetValueOrDefault(rule.Definition.Name, -1))];
    }

    public static CandidateIndex Empty { get; } = new(new ItemCandidates([], []), [], [], [], null);

    public ReadOnlySpan<Candidate> OfEncounter => _ofEncounter;

    /// <summary>Those of that stage: a doctor's check does not even look at what is asked at discharge.</summary>
    public ReadOnlySpan<Candidate> OfEncounterAt(Stage stage) => _ofEncounterAt[(int)stage];

    /// <summary>Those of every line at that stage, whatever its item.</summary>
    public ReadOnlySpan<Candidate> OfEveryItemAt(Stage stage) => _ofEveryItemAt[(int)stage];

    public ReadOnlySpan<Candidate> For(string itemCode) =>
        _ofLargeTables is not null && _codes.Find(itemCode) is >= 0 and var code && _packed!.Of(code).Length > 0
            ? _ofLargeTables[code]
            : _ofObjects.For(itemCode);

    /// <summary>Makes ready what the other has in use: a first check is then not slower than the next.</summary>
    public void Prepare(CandidateIndex other)
    {
        foreach (var code in other._ofLargeTables?.Numbers() ?? [])
            _ = For(other._codes[code]);
    }

    /// <summary>In the order of the rules; of one rule the rows that are objects first, then those of the large table in its order.</summary>
    private Candidate[] Make(int code)
    {
        var itemCode = _codes[code];
        var objects = _ofObjects.For(itemCode);
        var packed = _packed!.Of(code);
        var (found, places, count) = (new Candidate[objects.Length + packed.Length], new long[objects.Length + packed.Length], 0);
        foreach (ref readonly var candidate in objects)
            Add(candidate, _places[candidate.Rule]);
        for (var at = 0; at < packed.Length; at++)
        {
            if (_placeOf[packed[at].Rule] is >= 0 and var place)
                Add(new Candidate(_rules[place], RowOf(packed, at, itemCode, found.AsSpan(objects.Length..count))), place);
        }
        if (count > 1)
            Array.Sort(places, found, 0, count);
        return count == found.Length ? found : found[..count];

        void Add(in Candidate candidate, int place)
        {
            // Of one rule in the order in which they came.
            places[count] = ((long)place << 32) | (uint)count;
            found[count++] = candidate;
        }
    }

    /// <summary>Rules of one row share it: they stand side by side, as the row was joined to them.</summary>
    private KnowledgeRow RowOf(ReadOnlySpan<PackedCandidate> packed, int at, string itemCode, ReadOnlySpan<Candidate> found)
    {
        if (at > 0 && packed[at - 1].Row == packed[at].Row && _placeOf[packed[at - 1].Rule] >= 0)
            return found[^1].Row;
        return _packed!.Row(packed[at].Row, itemCode);
    }

    private static Candidate[][] ByStage(Candidate[] candidates, Func<RuleDefinition, Stage, bool> runs) =>
        [.. Enum.GetValues<Stage>().Prepend(default).Select(stage => Array.FindAll(candidates, candidate => runs(candidate.Rule.Definition, stage)))];
}
