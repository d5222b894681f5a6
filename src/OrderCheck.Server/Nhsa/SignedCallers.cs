using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using OrderCheck.Core.Identity;
using OrderCheck.Ledger;
using OrderCheck.Ledger.Installation;
using OrderCheck.Server.Hosting;
using OrderCheck.Server.Identity;

namespace OrderCheck.Server.Nhsa;

/// <summary>
/// HISs that sign as they do for their bureau's gateway: x-tif-signature is the hexadecimal SHA-256 of timestamp, secret, nonce and
/// timestamp. A signature holds for five minutes and for one call, on whichever process and also after a restart: the store notes
/// what was used. While it does not answer, the process's own memory has to do, since a doctor waits.
/// </summary>
internal sealed class SignedCallers(IOptions<OrderCheckOptions> options, IInstallationStore store, TimeProvider time)
{
    /// <summary>How far the caller's clock may be from ours.</summary>
    public static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);

    private const int LongestNonce = 100;

    /// <summary>What the store may take out of a call's time.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(100);

    /// <summary>A signature may be from five minutes ahead of our clock, and holds until five behind it.</summary>
    private static readonly TimeSpan Kept = Skew + Skew;

    private readonly IReadOnlyDictionary<string, SignedCaller> _callers = options.Value.NhsaCallers is { } file ? SignedCallersFile.Read(file) : new Dictionary<string, SignedCaller>();
    private readonly SeenNonces _seen = new(Kept, time);

    public static bool IsSigned(IHeaderDictionary headers) => headers.ContainsKey("x-tif-signature");

    /// <exception cref="UnauthenticatedException">Nobody signs so here, the clocks differ, or it was used before.</exception>
    public async Task<CallIdentity> ProveAsync(IHeaderDictionary headers)
    {
        var (paasId, timestamp, nonce, signature) = (Text(headers, "x-tif-paasid"), Text(headers, "x-tif-timestamp"), Text(headers, "x-tif-nonce"), Text(headers, "x-tif-signature"));
        if (!_callers.TryGetValue(paasId, out var caller) || !IsNonce(nonce) || !IsNow(timestamp) || !IsBy(caller, timestamp, nonce, signature))
            throw new UnauthenticatedException("The signature in header x-tif-signature opens nothing.");
        if (!_seen.Add(paasId, nonce) || !await IsFirstAsync(paasId, nonce))
            throw new UnauthenticatedException("The nonce in header x-tif-nonce was used before.");
        return new CallIdentity("nhsa:" + paasId, [caller.Hospital], new Caller(caller.Hospital, Role.His, "", ""));
    }

    private async Task<bool> IsFirstAsync(string paasId, string nonce)
    {
        var now = time.GetUtcNow();
        try
        {
            return await store.UseNonceAsync(paasId, nonce, now, now - Kept).WaitAsync(Patience, time);
        }
        catch (Exception unavailable) when (unavailable is LedgerUnavailableException or TimeoutException)
        {
            return true;
        }
    }

    private static bool IsNonce(string nonce) => nonce.Length is > 0 and <= LongestNonce && nonce.All(static c => c is > ' ' and < '\u007f');

    private bool IsNow(string timestamp) =>
        long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
        && Math.Abs(time.GetUtcNow().ToUnixTimeSeconds() - seconds) <= Skew.TotalSeconds;

    private static bool IsBy(SignedCaller caller, string timestamp, string nonce, string signature)
    {
        var made = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(timestamp + caller.Secret + nonce + timestamp)));
        return CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(made), Encoding.ASCII.GetBytes(signature.ToLowerInvariant()));
    }

    private static string Text(IHeaderDictionary headers, string name) => headers[name].ToString();
}
