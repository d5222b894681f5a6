using OrderCheck.Core.Regions;
using OrderCheck.Grains.Hospitals;
using OrderCheck.Grains.Releases;

namespace OrderCheck.Server.Nhsa;

/// <summary>How hospitals speak NHSA's transactions now: by the release in use and the hospital's region.</summary>
internal sealed class HospitalRegions(ReleaseHolder releases, DictionaryHolder dictionaries)
{
    public RegionProfile Of(string hospital) =>
        (releases.Current?.Regions ?? RegionProfiles.None).For(dictionaries.Find(hospital)?.Hospital.Region ?? "");

    /// <summary>Null where the hospital is not open.</summary>
    public TimeZoneInfo? ZoneOf(string hospital) => dictionaries.Find(hospital)?.Hospital.TimeZone;
}
