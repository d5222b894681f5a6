using OrderCheck.Core.Hospitals;
using OrderCheck.Core.Rules;
using OrderCheck.Grains.Tests.Clusters;
using OrderCheck.Grains.Tests.Releases;
using OrderCheck.Ledger.Installation;
using OrderCheck.Ledger.Replay;

namespace OrderCheck.Grains.Tests.Replay;

/// <summary>A ward whose hospital, dictionaries and releases are kept as a server keeps them, so that its checks can be judged again.</summary>
internal static class Archived
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<Ward> OpenAsync(bool withRelease = true)
    {
        var ward = await Ward.OpenAsync(release: withRelease ? Rulebook.Release() : null);
        await ward.Store.Installation.PutHospitalAsync(
            new HospitalRow(Ward.HospitalCode, Ward.Hospital.Name, 3, "general", Hospital.DefaultTimeZoneId), Cancellation);
        await ward.Store.Releases.KeepAsync(Rulebook.Folder, Cancellation);
        return ward;
    }

    /// <summary>Archives it and makes it the one in use.</summary>
    public static async Task PublishAsync(Ward ward, RuleFolder folder, long number)
    {
        await ward.Store.Releases.KeepAsync(folder, Cancellation);
        ward.Swap(Rulebook.Release(number, folder));
    }

    public static Task<CheckReplay> ReplayAsync(Ward ward, string checkId, Release? other = null) =>
        new CheckReplayer(ward.Store).RunAsync(checkId, null, other, Cancellation);

    public static async Task SameAsync(Ward ward, string checkId)
    {
        var replay = await ReplayAsync(ward, checkId);
        Assert.Empty(replay.Differences);
        Assert.NotNull(replay.Replayed);
    }
}
