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

    public static byte[] Of(EntityId id) => Of(checked((byte)id.Kind), id.Id);

    public static byte[] OfRequest(string requestId) => Of(RequestNamespace, requestId);

    private static byte[] Of(byte space, string id)
    {
        var text = Encoding.UTF8.GetBytes(id);
        return SHA256.HashData([space, .. text])[..16];
    }
}
