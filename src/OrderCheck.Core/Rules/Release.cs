using System.Collections.Frozen;
using OrderCheck.Core.Catalogue;
using OrderCheck.Core.Checks;
using OrderCheck.Core.Findings;
using OrderCheck.Core.Grouping.Profiles;
using OrderCheck.Core.Knowledge;
using OrderCheck.Core.Regions;

namespace OrderCheck.Core.Rules;

/// <summary>One immutable, numbered set of rules, knowledge and catalogue (发布版本), joined and indexed for checking.</summary>
public sealed class Release
{
    private readonly CandidateIndex _index;
    private readonly Lazy<Release?> _shadow;

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
        _shadow = new Lazy<Release?>(() => ReleaseVariants.ShadowOf(this));
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

    /// <summary>The rows of large tables; null where there are none.</summary>
    internal PackedKnowledge? Packed { get; init; }

    /// <summary>What the rows of large tables take in memory with their index and all texts, and how many they are; none where all rows are objects.</summary>
    public (int Rows, long Bytes) LargeTables => Packed is null ? default : (Packed.Count, Packed.Bytes);

    /// <summary>What a new hospital's dictionaries start with.</summary>
    public DictionarySeed Dictionary { get; }

    /// <summary>What the patient pays first of an item, by insurance, facility level and date.</summary>
    public OwnShareTable OwnShares { get; internal init; } = OwnShareTable.Empty;

    /// <summary>DRG schemes, and which of them groups whom.</summary>
    public GroupingTables Grouping { get; internal init; } = GroupingTables.Empty;

    /// <summary>Own-share ratio, 0 to 1: by insurance type, level and date where there is a row, else the catalogue's; null where neither says.</summary>
    /// <param name="item">As it is on that day; null where the catalogue does not have it.</param>
    /// <param name="insuType">NHSA insutype; null where it is not known.</param>
    public decimal? OwnShareRatioOf(string itemCode, CatalogueItem? item, string? insuType, int? level, DateOnly day) =>
        OwnShares.Find(itemCode, insuType is null ? null : Codes.InsuranceTypes.GetValueOrDefault(insuType)?.Insurance, level, day)
        ?? item?.OwnShareRatio;

    /// <summary>How hospitals' regions speak NHSA's transactions.</summary>
    public RegionProfiles Regions { get; internal init; } = RegionProfiles.None;

    /// <summary>Who is shown what, how loudly and how much of it.</summary>
    public AlertSettings Alerts { get; internal init; } = AlertSettings.None;

    /// <summary>
    /// The few rule and row pairs that can ever apply to the item. Allocates nothing. Dates are left to the caller:
    /// <see cref="Candidate.InForce"/>.
    /// </summary>
    public ReadOnlySpan<Candidate> CandidatesFor(string itemCode) => _index.For(itemCode);

    /// <summary>
    /// Makes ready what the release that was in use before had in use, so that the first checks are not slower than the next. Takes a
    /// few microseconds for each item in use.
    /// </summary>
    public void PrepareFor(Release before)
    {
        Catalogue.Prepare(before.Catalogue);
        _index.Prepare(before._index);
        if (Shadow is { } shadow && before._shadow is { IsValueCreated: true, Value: { } shadowBefore })
            shadow._index.Prepare(shadowBefore._index);
    }

    /// <summary>
    /// Its shadow rules alone, as if they were active: what runs after the answer, for the office's eyes. Null where it has none.
    /// </summary>
    public Release? Shadow => _shadow.Value;

    /// <summary>Rules that look at the encounter as a whole, not at an item: of its budget, its coding, its admission.</summary>
    public ReadOnlySpan<Candidate> EncounterCandidates => _index.OfEncounter;

    /// <summary>Those that are asked at that stage.</summary>
    public ReadOnlySpan<Candidate> EncounterCandidatesAt(Stage stage) => _index.OfEncounterAt(stage);

    /// <summary>Rules of every charge, whatever its item, that are asked at that stage: of the stay's dates, of its order.</summary>
    public ReadOnlySpan<Candidate> EveryItemCandidatesAt(Stage stage) => _index.OfEveryItemAt(stage);
}
