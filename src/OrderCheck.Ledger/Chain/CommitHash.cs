using System.Buffers.Binary;
using System.Security.Cryptography;

namespace OrderCheck.Ledger.Chain;

/// <summary>
/// The hash that chains an encounter's units: SHA-256 over a layout number, the encounter's number, the hash before
/// (nothing for the first), request id and content hashes, the time, the answer, and of every entry all that is stored.
/// Numbers are big-endian; what has no fixed length is preceded by its length. Changing, dropping or moving a stored byte
/// breaks the chain.
/// </summary>
internal static class CommitHash
{
    private const int Layout = 1;

    public static byte[] Compute(
        long encounter, ReadOnlySpan<byte> previous, ReadOnlySpan<byte> request16, ReadOnlySpan<byte> requestHash, long recordedAtMicros,
        ReadOnlySpan<byte> answer, IReadOnlyList<Entry> entries)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Number(hash, Layout);
        Number(hash, encounter);
        Bytes(hash, previous);
        Bytes(hash, request16);
        Bytes(hash, requestHash);
        Number(hash, recordedAtMicros);
        Bytes(hash, answer);
        Number(hash, entries.Count);
        foreach (var entry in entries)
        {
            Number(hash, entry.Sequence);
            Number(hash, (int)entry.Kind);
            Bytes(hash, entry.Id16);
            Number(hash, entry.Revision);
            Bytes(hash, entry.Content16);
            Bytes(hash, entry.Body);
        }
        return hash.GetHashAndReset();
    }

    private static void Number(IncrementalHash hash, long value)
    {
        Span<byte> bytes = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(bytes, value);
        hash.AppendData(bytes);
    }

    private static void Bytes(IncrementalHash hash, ReadOnlySpan<byte> bytes)
    {
        Number(hash, bytes.Length);
        hash.AppendData(bytes);
    }
}
