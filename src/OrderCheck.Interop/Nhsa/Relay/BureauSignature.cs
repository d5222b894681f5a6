using System.Globalization;
using System.Security.Cryptography;
using System.Text;

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
        var signed = Encoding.UTF8.GetBytes(timestamp + secret + nonce + timestamp);
        var signature = Convert.ToHexStringLower(form.Scheme == SignatureForm.Sm3 ? Sm3.Hash(signed) : SHA256.HashData(signed));
        return
        [
            .. form.Headers.Select(header => (header.Key, Value: header.Value switch
            {
                SignatureForm.PaasId => paasId,
                SignatureForm.Timestamp => timestamp,
                SignatureForm.Nonce => nonce,
                SignatureForm.Signature => signature,
                // A setting of the hospital's: it stands among the headers of its own.
                _ => null,
            })).Where(static header => header.Value is not null).Select(static header => new KeyValuePair<string, string>(header.Key, header.Value!)),
        ];
    }

    /// <summary>32 hexadecimal digits that nobody can foresee.</summary>
    public static string NewNonce() => RandomNumberGenerator.GetHexString(32, lowercase: true);
}
