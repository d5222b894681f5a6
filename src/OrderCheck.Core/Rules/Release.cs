using System.Collections.Frozen;
using OrderCheck.Core.Catalogue;
using OrderCheck.Core.Grouping.Profiles;
using OrderCheck.Core.Knowledge;

namespace OrderCheck.Core.Rules;

/// <summary>One immutable, numbered set of rules, knowledge and catalogue (发布版本), joined and indexed for checking.</summary>
public sealed class Release
{
    private readonly CandidateIndex _index;

    internal Release(
        long number,
        string hash,
        ItemCatalogue catalogue,
        CodeTables codes,
        IReadOnlyList<CompiledRule> rules,
        FrozenDictionary<KnowledgeKind, IReadOnlyList<KnowledgeRow>> knowledge,
        CandidateIndex index,
        DictionarySeed dictionary)
    {
        Number = number;
        Hash = hash;
        Catalogue = catalogue;
        Codes = codes;
        Rules = rules;
        Knowledge = knowledge;
        _index = index;
        Dictionary = dictionary;
    }

    public long Number { get; }

    /// <summary>SHA-256 over the files' paths and texts, 64 hexadecimal digits: the same files have the same hash.</summary>
    public string Hash { get; }

    public ItemCatalogue Catalogue { get; }

    public CodeTables Codes { get; }

    /// <summary>All of them, those that do not run too.</summary>
    public IReadOnlyList<CompiledRule> Rules { get; }

    /// <summary>The rows of each kind, in file order.</summary>
    public FrozenDictionary<KnowledgeKind, IReadOnlyList<KnowledgeRow>> Knowledge { get; }

    /// <summary>What a new hospital's dictionaries start with.</summary>
    public DictionarySeed Dictionary { get; }

    /// <summary>DRG schemes, and which of them groups whom.</summary>
    public GroupingTables Grouping { get; internal init; } = GroupingTables.Empty;

    /// <summary>
    /// The few rule and row pairs that can ever apply to the item. Allocates nothing. Dates are left to the caller:
    /// <see cref="Candidate.InForce"/>.
    /// </summary>
    public ReadOnlySpan<Candidate> CandidatesFor(string itemCode) => _index.For(itemCode);

    /// <summary>Rules that look at the encounter as a whole, not at an item: the budget's.</summary>
    public ReadOnlySpan<Candidate> EncounterCandidates => _index.OfEncounter;
}
