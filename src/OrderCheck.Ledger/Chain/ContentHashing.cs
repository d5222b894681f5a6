using System.Security.Cryptography;
using OrderCheck.Core.Encounters;
using OrderCheck.Core.Identity;

namespace OrderCheck.Ledger.Chain;

/// <summary>A fact's content in 16 bytes: its encoding under a fixed caller and time, hashed.</summary>
internal static class ContentHashing
{
    private static readonly Caller Nobody = new("", Role.His, "", "");

    public static byte[] Of(IEntryCodec codec, Fact fact)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(codec.EncodeForNow(fact, Nobody, DateTimeOffset.UnixEpoch), hash);
        return hash[..16].ToArray();
    }
}
