using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using OrderCheck.Core.Regions;

namespace OrderCheck.Interop.Nhsa.Relay;

/// <summary>
/// The headers that a bureau's gateway knows a caller by: the lower-case hexadecimal hash of timestamp, secret, nonce and
/// timestamp, the timestamp in seconds since 1970, as public clients make it.
/// </summary>
public static class BureauSignature
{
    public static IReadOnlyList<KeyValuePair<string, string>> Headers(SignatureForm form, string paasId, string secret, DateTimeOffset now, string nonce)
    {
        var timestamp = now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var signature = Of(form.Scheme, timestamp, secret, nonce);
        return
        [
            .. form.Headers.Select(header => KeyValuePair.Create(header.Key, header.Value switch
            {
                RegionSignature.PaasId => paasId,
                RegionSignature.Timestamp => timestamp,
                RegionSignature.Nonce => nonce,
                RegionSignature.Signature => signature,
                _ => throw new ArgumentException($"A header of a signature cannot hold {header.Value}.", nameof(form)),
            })),
        ];
    }

    /// <summary>What the caller who has the secret signs with.</summary>
    /// <param name="scheme">One of <see cref="RegionSignature.Schemes"/>.</param>
    /// <param name="timestamp">As it stands in its header.</param>
    public static string Of(string scheme, string timestamp, string secret, string nonce)
    {
        var signed = Encoding.UTF8.GetBytes(timestamp + secret + nonce + timestamp);
        return Convert.ToHexStringLower(scheme == RegionSignature.Sm3 ? Sm3.Hash(signed) : SHA256.HashData(signed));
    }

    /// <summary>32 hexadecimal digits that nobody can foresee.</summary>
    public static string NewNonce() => RandomNumberGenerator.GetHexString(32, lowercase: true);
}
