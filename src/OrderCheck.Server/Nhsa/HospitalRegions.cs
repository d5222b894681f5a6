using OrderCheck.Core.Regions;
using OrderCheck.Core.Rules;
using OrderCheck.Grains.Hospitals;
using OrderCheck.Grains.Releases;

namespace OrderCheck.Server.Nhsa;

/// <summary>How hospitals speak NHSA's transactions now: by the release in use and the hospital's region.</summary>
internal sealed class HospitalRegions(ReleaseHolder releases, DictionaryHolder dictionaries)
{
    public RegionProfile Of(string hospital) => Of(hospital, releases.Current);

    /// <summary>The call is that hospital's: its zone, its region's words and numbers, by the release of this moment, which it stays with.</summary>
    public void Speak(NhsaCall call, string hospital)
    {
        call.Hospital = hospital;
        if (ZoneOf(hospital) is { } zone)
            call.Zone = zone;
        call.Release = releases.Current;
        call.Profile = Of(hospital, call.Release);
        call.Transaction = call.Profile.TransactionOf(call.Number);
    }

    /// <summary>Null where the hospital is not open.</summary>
    public TimeZoneInfo? ZoneOf(string hospital) => dictionaries.Find(hospital)?.Hospital.TimeZone;

    private RegionProfile Of(string hospital, Release? release) =>
        (release?.Regions ?? RegionProfiles.None).For(dictionaries.Find(hospital)?.Hospital.Region ?? "");
}
