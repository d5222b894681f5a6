using System.Collections.Frozen;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using OrderCheck.Core.Catalogue.Reading;
using OrderCheck.Core.Grouping.Profiles;
using OrderCheck.Core.Hospitals;
using OrderCheck.Core.Knowledge;
using OrderCheck.Core.Knowledge.Reading;
using OrderCheck.Core.Regions;
using OrderCheck.Core.Rules.Reading;
using OrderCheck.Core.Tables;

namespace OrderCheck.Core.Rules;

/// <summary>Makes a release of a rules folder, or says everything that is wrong with it.</summary>
public static class ReleaseBuilder
{
    /// <summary>Bytes from which a table of knowledge is a large one: some thousands of rows.</summary>
    private const int LargeFrom = 1 << 20;

    /// <summary>Bytes that are hashed in one go.</summary>
    private const int Piece = 1 << 16;

    private static readonly ConditionalWeakTable<RuleFolder, string> Hashes = [];

    /// <summary>The seed must make a dictionary, whatever the hospital.</summary>
    private static readonly Hospital AnyHospital = new("", "", null, null, TimeZoneInfo.Utc);

    /// <param name="number">The release's number in its installation.</param>
    /// <param name="before">The release in use: rules whose text is the same are not compiled again.</param>
    public static ReleaseBuild Build(RuleFolder folder, long number, Release? before = null) => Build(folder, number, before, LargeFrom);

    /// <summary>All that takes time: what is left is to give the release the number that its installation has for it.</summary>
    /// <param name="folder">As above.</param>
    public static Func<long, ReleaseBuild> Read(RuleFolder folder) => Read(folder, before: null, LargeFrom);

    /// <param name="folder">As above.</param>
    /// <param name="number">As above.</param>
    /// <param name="before">As above.</param>
    /// <param name="largeFrom">Bytes from which a table of knowledge is kept as bytes, not as objects.</param>
    internal static ReleaseBuild Build(RuleFolder folder, long number, Release? before, int largeFrom) => Read(folder, before, largeFrom)(number);

    private static Func<long, ReleaseBuild> Read(RuleFolder folder, Release? before, int largeFrom)
    {
        var faults = new List<Fault>(folder.ReadFaults);
        FolderLayout.CheckPlaces(folder, faults);
        var codes = CatalogueFiles.ReadCodes(folder, faults);
        var texts = new TextPool();
        var catalogue = ItemReader.Read(folder, codes, texts, faults);
        var items = new ItemCodes(catalogue);
        var rules = RuleSetReader.Read(folder, before, faults);
        var packed = new PackedKnowledge(texts, catalogue, items, codes, rules) { LargeFrom = largeFrom };
        var reader = new KnowledgeReader(items, codes, faults, packed);
        var tables = KnowledgeKinds.All.ToDictionary(kind => kind, kind => reader.Read(folder, kind));
        var ownShares = OwnShareReader.Read(folder, codes, items, faults);
        var grouping = GroupingReader.Read(folder, faults);
        var alerts = AlertReader.Read(folder, faults);
        var regions = RegionProfiles.Read(folder, faults);
        var dictionary = new DictionarySeed([.. folder.Files.Where(FolderLayout.IsDictionary)]);
        faults.AddRange(DictionaryBuilder.Build(AnyHospital, 1, dictionary.Files, catalogue).Faults);
        PathwayLinks.Check(tables, faults);
        if (faults.Count == 0)
            UnreadRows.Report(rules, tables.Values, faults);
        if (faults.Count > 0)
        {
            var refused = new ReleaseBuild(null, InOrder(faults));
            return _ => refused;
        }

        var knowledge = tables.ToFrozenDictionary(table => table.Key, table => table.Value.Rows);
        packed.Seal();
        texts.Seal();
        var index = CandidateIndexBuilder.Build(rules, knowledge, packed.Count > 0 ? packed : null);
        var hash = HashOf(folder);
        return number => new ReleaseBuild(
            new Release(number, hash, catalogue, codes, rules, knowledge, index, dictionary)
            {
                Grouping = grouping,
                OwnShares = ownShares,
                Alerts = alerts,
                Regions = regions,
                Packed = packed.Count > 0 ? packed : null,
            },
            []);
    }

    private static IReadOnlyList<Fault> InOrder(List<Fault> faults) =>
        [.. faults.OrderBy(fault => fault.File, StringComparer.Ordinal).ThenBy(fault => fault.Line).ThenBy(fault => fault.Column)];

    /// <summary>See <see cref="Release.Hash"/>. Over paths and texts, each with its length, so that no two folders read alike. Reckoned once for a folder.</summary>
    public static string HashOf(RuleFolder folder) => Hashes.GetValue(folder, Hash);

    private static string Hash(RuleFolder folder)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in folder.Files.OrderBy(file => file.Path, StringComparer.Ordinal))
        {
            Append(hash, Encoding.UTF8.GetBytes(file.Path));
            Append(hash, file.Utf8.Span);
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static void Append(IncrementalHash hash, ReadOnlySpan<byte> bytes)
    {
        hash.AppendData(BitConverter.GetBytes((long)bytes.Length));
        for (var rest = bytes; rest.Length > 0; rest = rest[Math.Min(Piece, rest.Length)..])
        {
            Courtesy.Pause();
            hash.AppendData(rest[..Math.Min(Piece, rest.Length)]);
        }
    }
}
