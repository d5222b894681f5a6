using Microsoft.Extensions.Options;
using OrderCheck.Core.Identity;
using OrderCheck.Server.Hosting;
using OrderCheck.Server.Identity;

namespace OrderCheck.Server.Administration;

/// <summary>
/// How the first administrator comes in: a key in a file that only the operator's account may read. It opens nothing any
/// more as soon as an administrator's key for the whole installation exists.
/// </summary>
internal sealed class BootstrapKey(ApiKeyRegister keys, IOptions<OrderCheckOptions> options, ILogger<BootstrapKey> logger)
{
    private const string KeyId = "bootstrap";

    public string Path => System.IO.Path.GetFullPath(System.IO.Path.Combine(options.Value.Data, "bootstrap-key"));

    /// <summary>Makes the key where it is needed; true if the first administrator is still to be created.</summary>
    public async Task<bool> EnsureAsync(CancellationToken cancellation)
    {
        var rows = await keys.ListAsync(cancellation);
        if (rows.Any(static r => r.RevokedAt is null && r.KeyId != KeyId && r.Roles.Contains(Role.Administrator) && r.Hospitals.Count == 0))
        {
            File.Delete(Path);
            return false;
        }

        if (!File.Exists(Path) || await keys.FindAsync((await File.ReadAllTextAsync(Path, cancellation)).Trim(), cancellation) is null)
        {
            var (_, key) = await keys.CreateAsync(KeyId, [], [Role.Administrator], "first administrator", cancellation);
            PrivateFile.Write(Path, key);
        }

        return true;
    }

    /// <summary>An administrator exists now.</summary>
    public async Task RetireAsync(CancellationToken cancellation)
    {
        if (await keys.RevokeAsync(KeyId, cancellation))
            ServerLog.BootstrapKeyRetired(logger);
        File.Delete(Path);
    }
}
