using System.Security.Cryptography;
using System.Text;
using OrderCheck.Ledger;

namespace OrderCheck.Grains.Encounters;

/// <summary>What a request says, hashed once.</summary>
/// <param name="Contents">Of each of its facts, as it was reported: see <see cref="ILedger.ContentHash"/>.</param>
/// <param name="Hash">16 bytes over all of it: a request id that comes again with another hash is refused.</param>
internal sealed record RequestHash(IReadOnlyList<ReadOnlyMemory<byte>> Contents, ReadOnlyMemory<byte> Hash)
{
    public const int Length = 16;

    public static RequestHash Of(WriteRequest request, ILedger ledger)
    {
        ReadOnlyMemory<byte>[] contents = [.. request.Facts.Select(ledger.ContentHash)];
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var content in contents)
            hash.AppendData(content.Span);
        hash.AppendData(Encoding.UTF8.GetBytes(request.CheckId ?? ""));
        return new RequestHash(contents, hash.GetHashAndReset().AsMemory(0, Length));
    }
}
