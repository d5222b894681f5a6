using System.Collections.Frozen;
using OrderCheck.Core.Rules;

namespace OrderCheck.Core.Regions;

/// <summary>The region profiles of a release.</summary>
public sealed class RegionProfiles
{
    /// <summary>What a hospital speaks whose region has no profile of its own.</summary>
    public const string National = "national";

    private static readonly Lazy<RegionProfile> OwnNational = new(BuiltInRegion.Read);

    private readonly FrozenDictionary<string, RegionProfile> _byName;

    internal RegionProfiles(IEnumerable<RegionProfile> profiles) =>
        _byName = profiles.ToFrozenDictionary(profile => profile.Name, StringComparer.Ordinal);

    public static RegionProfiles None { get; } = new([]);

    public IEnumerable<RegionProfile> All => _byName.Values;

    /// <summary>Reads regions/ of a rules folder; what is wrong is added to the faults by file, line and column.</summary>
    public static RegionProfiles Read(RuleFolder folder, List<Fault> faults) => RegionReader.Read(folder, faults);

    public RegionProfile? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>
    /// Of a hospital's region, see <see cref="Hospitals.Hospital.Region"/>; the national one where it has none of its own. A release
    /// without regions still understands the national form: a caller is answered, if only that nothing was checked.
    /// </summary>
    public RegionProfile For(string region) => Find(region) ?? Find(National) ?? OwnNational.Value;
}
