using OrderCheck.Ledger.Installation;

namespace OrderCheck.Server.Identity;

/// <summary>
/// Keeps a service from starting beside its store with another secret: it would look as if every key had been revoked.
/// Several processes on one store share one key-pepper file.
/// </summary>
internal static class PepperProof
{
    private const string Setting = "key_pepper_proof";

    /// <exception cref="InvalidDataException">The store's keys were made under another secret.</exception>
    public static async Task RequireAsync(IInstallationStore store, ApiKeySecret secret, string dataDirectory, CancellationToken cancellation)
    {
        var proof = Convert.ToHexStringLower(secret.Lookup(Setting));
        if (await store.GetOrAddSettingAsync(Setting, proof, cancellation) != proof)
            throw new InvalidDataException(
                $"{Path.GetFullPath(Path.Combine(dataDirectory, PepperFile.Name))} is not the secret that the store's API keys were made under. Restore that file, or copy it from the other processes on this store.");
    }
}
