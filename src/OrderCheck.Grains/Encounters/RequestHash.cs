using System.Security.Cryptography;
using System.Text;
using OrderCheck.Ledger;

namespace OrderCheck.Grains.Encounters;

/// <summary>16 bytes over what a request says: a request id that comes again with another hash is refused.</summary>
internal static class RequestHash
{
    public const int Length = 16;

    public static ReadOnlyMemory<byte> Of(WriteRequest request, ILedger ledger)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var fact in request.Facts)
            hash.AppendData(ledger.ContentHash(fact).Span);
        hash.AppendData(Encoding.UTF8.GetBytes(request.CheckId ?? ""));
        return hash.GetHashAndReset().AsMemory(0, Length);
    }
}
