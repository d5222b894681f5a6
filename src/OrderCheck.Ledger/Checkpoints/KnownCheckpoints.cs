using System.Globalization;
using OrderCheck.Ledger.Installation;

namespace OrderCheck.Ledger.Checkpoints;

/// <summary>What the store itself keeps of its checkpoints, so that the newest cannot be removed unseen.</summary>
internal static class KnownCheckpoints
{
    private const string StoreSetting = "checkpoints.store";
    private const string LastSetting = "checkpoints.last";

    /// <summary>The store's own random name, given on first use.</summary>
    public static Task<string> StoreAsync(IInstallationStore store, CancellationToken cancellation) =>
        store.GetOrAddSettingAsync(StoreSetting, NewName(), cancellation);

    /// <summary>Null if no checkpoint was ever taken.</summary>
    public static Task<string?> FindStoreAsync(IInstallationStore store, CancellationToken cancellation) =>
        store.GetSettingAsync(StoreSetting, cancellation);

    /// <summary>The last of each chain.</summary>
    public static async Task<Dictionary<string, (int Number, string Digest)>> LastAsync(IInstallationStore store, CancellationToken cancellation)
    {
        var text = await store.GetSettingAsync(LastSetting, cancellation) ?? "";
        return text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(chain => chain.Split(':'))
            .ToDictionary(chain => chain[0], chain => (int.Parse(chain[1], CultureInfo.InvariantCulture), chain[2]), StringComparer.Ordinal);
    }

    public static async Task SetLastAsync(IInstallationStore store, string chain, int number, string digest, CancellationToken cancellation)
    {
        var last = await LastAsync(store, cancellation);
        last[chain] = (number, digest);
        var text = string.Join(' ', last.Select(known => string.Create(CultureInfo.InvariantCulture, $"{known.Key}:{known.Value.Number}:{known.Value.Digest}")));
        await store.PutSettingAsync(LastSetting, text, cancellation);
    }

    public static string NewName() => Guid.NewGuid().ToString("N")[..12];
}
