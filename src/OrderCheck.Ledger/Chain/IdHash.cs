using System.Security.Cryptography;
using System.Text;

namespace OrderCheck.Ledger.Chain;

/// <summary>
/// Ids in the keys are the first 16 bytes of SHA-256 over the namespaced text: keys of fixed length double the speed of
/// insertion, and two ids meet with a probability of 2⁻¹²⁸.
/// </summary>
internal static class IdHash
{
    private const byte RequestNamespace = 0;
    private const int LongestOnStack = 256;

    public static byte[] Of(EntityId id) => Of(checked((byte)id.Kind), id.Id);

    public static byte[] OfRequest(string requestId) => Of(RequestNamespace, requestId);

    private static byte[] Of(byte space, string id)
    {
        var longest = 1 + Encoding.UTF8.GetMaxByteCount(id.Length);
        var text = longest <= LongestOnStack ? stackalloc byte[LongestOnStack] : new byte[longest];
        text[0] = space;
        var length = 1 + Encoding.UTF8.GetBytes(id, text[1..]);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(text[..length], hash);
        return hash[..16].ToArray();
    }
}
