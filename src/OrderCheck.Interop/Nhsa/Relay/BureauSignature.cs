using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace OrderCheck.Interop.Nhsa.Relay;

/// <summary>
/// The headers that a bureau's gateway knows a caller by: the lower-case hexadecimal SHA-256 of timestamp, secret, nonce and
/// timestamp, the timestamp in seconds since 1970, as public clients make it.
/// </summary>
public static class BureauSignature
{
    public static IReadOnlyList<KeyValuePair<string, string>> Headers(SignatureForm form, string paasId, string secret, DateTimeOffset now, string nonce)
    {
        var timestamp = now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var signature = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(timestamp + secret + nonce + timestamp)));
        return [new(form.PaasId, paasId), new(form.Timestamp, timestamp), new(form.Nonce, nonce), new(form.Signature, signature)];
    }

    /// <summary>32 hexadecimal digits that nobody can foresee.</summary>
    public static string NewNonce() => RandomNumberGenerator.GetHexString(32, lowercase: true);
}
