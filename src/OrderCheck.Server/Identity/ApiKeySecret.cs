using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace OrderCheck.Server.Identity;

/// <summary>
/// How keys are made, found and proved. A key is 32 random bytes, so one salted SHA-256 proves it: there is nothing to guess
/// that a slow hash would have to protect. It is found by an HMAC under the pepper, so a stolen store alone finds none.
/// </summary>
internal sealed class ApiKeySecret(ReadOnlyMemory<byte> pepper)
{
    private const string Prefix = "oc_";
    private const int KeyBytes = 32;
    private const int SaltBytes = 16;

    public static string NewKey() => Prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(KeyBytes));

    /// <summary>Names a key where it is listed; no secret.</summary>
    public static string NewKeyId() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));

    public static byte[] NewSalt() => RandomNumberGenerator.GetBytes(SaltBytes);

    public byte[] Lookup(string key) => HMACSHA256.HashData(pepper.Span, Encoding.UTF8.GetBytes(key));

    public static byte[] Hash(ReadOnlySpan<byte> salt, string key) => SHA256.HashData([.. salt, .. Encoding.UTF8.GetBytes(key)]);

    /// <summary>In constant time.</summary>
    public static bool Proves(string key, ReadOnlySpan<byte> salt, ReadOnlySpan<byte> hash) =>
        CryptographicOperations.FixedTimeEquals(Hash(salt, key), hash);
}
