using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using OrderCheck.Core.Identity;
using OrderCheck.Core.Regions;
using OrderCheck.Interop.Nhsa.Relay;
using OrderCheck.Ledger;
using OrderCheck.Ledger.Installation;
using OrderCheck.Server.Hosting;
using OrderCheck.Server.Identity;

namespace OrderCheck.Server.Nhsa;

/// <summary>
/// HISs that sign as they do for their bureau's gateway, in the way and under the names of headers that their hospital's region says:
/// nationally x-tif-signature is the hexadecimal SHA-256 of timestamp, secret, nonce and timestamp. A signature holds for five minutes and for
/// one call, on whichever process and also after a restart: the store notes what was used. While it does not answer, the process's own memory
/// has to do, since a doctor waits.
/// </summary>
internal sealed class SignedCallers(IOptions<OrderCheckOptions> options, IInstallationStore store, HospitalRegions regions, TimeProvider time)
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

    public bool IsSigned(IHeaderDictionary headers) =>
        headers.ContainsKey(SignatureForm.National.NameOf(RegionSignature.Signature))
        || _callers.Values.Any(caller => headers.ContainsKey(FormOf(caller).NameOf(RegionSignature.Signature)));

    /// <exception cref="UnauthenticatedException">Nobody signs so here, the clocks differ, or it was used before.</exception>
    public async Task<CallIdentity> ProveAsync(IHeaderDictionary headers)
    {
        if (Find(headers) is not { } found)
            throw new UnauthenticatedException("The signature of the call opens nothing.");
        var (paasId, caller, nonce) = found;
        if (!_seen.Add(paasId, nonce) || !await IsFirstAsync(paasId, nonce))
            throw new UnauthenticatedException("The signature's nonce was used before.");
        return new CallIdentity("nhsa:" + paasId, [caller.Hospital], new Caller(caller.Hospital, Role.His, "", ""));
    }

    /// <summary>Whoever the headers name, and only if the signature is the one's that has the secret; null for everybody else.</summary>
    private (string PaasId, SignedCaller Caller, string Nonce)? Find(IHeaderDictionary headers)
    {
        foreach (var (paasId, caller) in _callers)
        {
            var form = FormOf(caller);
            string Text(string content) => headers[form.NameOf(content)].ToString();

            var (timestamp, nonce) = (Text(RegionSignature.Timestamp), Text(RegionSignature.Nonce));
            if (Text(RegionSignature.PaasId) == paasId && IsNonce(nonce) && IsNow(timestamp)
                && IsBy(BureauSignature.Of(form.Scheme, timestamp, caller.Secret, nonce), Text(RegionSignature.Signature)))
                return (paasId, caller, nonce);
        }
        return null;
    }

    private SignatureForm FormOf(SignedCaller caller) => SignatureForm.Of(regions.Of(caller.Hospital).Signature);

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

    private static bool IsBy(string made, string signature) =>
        CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(made), Encoding.ASCII.GetBytes(signature.ToLowerInvariant()));
}
