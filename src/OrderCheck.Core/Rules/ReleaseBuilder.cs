using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;
using OrderCheck.Core.Catalogue.Reading;
using OrderCheck.Core.Grouping.Profiles;
using OrderCheck.Core.Hospitals;
using OrderCheck.Core.Knowledge;
using OrderCheck.Core.Knowledge.Reading;
using OrderCheck.Core.Regions;
using OrderCheck.Core.Rules.Reading;

namespace OrderCheck.Core.Rules;

/// <summary>Makes a release of a rules folder, or says everything that is wrong with it.</summary>
public static class ReleaseBuilder
{
    /// <summary>The seed must make a dictionary, whatever the hospital.</summary>
    private static readonly Hospital AnyHospital = new("", "", null, null, TimeZoneInfo.Utc);

    /// <param name="number">The release's number in its installation.</param>
    public static ReleaseBuild Build(RuleFolder folder, long number)
    {
        var faults = new List<Fault>(folder.ReadFaults);
        FolderLayout.CheckPlaces(folder, faults);
        var codes = CatalogueFiles.ReadCodes(folder, faults);
        var catalogue = ItemReader.Read(folder, codes, faults);
        var items = new ItemCodes(catalogue);
        var reader = new KnowledgeReader(items, codes, faults);
        var tables = KnowledgeKinds.All.ToDictionary(kind => kind, kind => reader.Read(folder, kind));
        var ownShares = OwnShareReader.Read(folder, codes, items, faults);
        var rules = RuleSetReader.Read(folder, faults);
        var grouping = GroupingReader.Read(folder, faults);
        var alerts = AlertReader.Read(folder, faults);
        var regions = RegionProfiles.Read(folder, faults);
        var dictionary = new DictionarySeed([.. folder.Files.Where(FolderLayout.IsDictionary)]);
        faults.AddRange(DictionaryBuilder.Build(AnyHospital, 1, dictionary.Files, catalogue).Faults);
        if (faults.Count == 0)
            UnreadRows.Report(rules, tables.Values, faults);
        if (faults.Count > 0)
            return new ReleaseBuild(null, InOrder(faults));
        var knowledge = tables.ToFrozenDictionary(table => table.Key, table => table.Value.Rows);
        var index = CandidateIndexBuilder.Build(rules, knowledge, items);
        var release = new Release(number, HashOf(folder), catalogue, codes, rules, knowledge, index, dictionary) { Grouping = grouping, OwnShares = ownShares, Alerts = alerts, Regions = regions };
        return new ReleaseBuild(release, []);
    }

    private static IReadOnlyList<Fault> InOrder(List<Fault> faults) =>
        [.. faults.OrderBy(fault => fault.File, StringComparer.Ordinal).ThenBy(fault => fault.Line).ThenBy(fault => fault.Column)];

    /// <summary>See <see cref="Release.Hash"/>. Over paths and texts, each with its length, so that no two folders read alike.</summary>
    public static string HashOf(RuleFolder folder)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in folder.Files.OrderBy(file => file.Path, StringComparer.Ordinal))
        {
            Append(hash, file.Path);
            Append(hash, file.Text);
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static void Append(IncrementalHash hash, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        hash.AppendData(BitConverter.GetBytes(bytes.LongLength));
        hash.AppendData(bytes);
    }
}
