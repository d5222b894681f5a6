using System.Buffers;
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
        // Put together first: a call of the hash for each of a thousand small pieces costs more than hashing them.
        var size = 8 * (8 + (7 * entries.Count)) + previous.Length + request16.Length + requestHash.Length + answer.Length;
        foreach (var entry in entries)
            size += entry.Id16.Length + entry.Content16.Length + entry.Body.Length;
        var pooled = ArrayPool<byte>.Shared.Rent(size);
        try
        {
            var text = new Text(pooled.AsSpan(0, size));
            text.Number(Layout);
            text.Number(encounter);
            text.Bytes(previous);
            text.Bytes(request16);
            text.Bytes(requestHash);
            text.Number(recordedAtMicros);
            text.Bytes(answer);
            text.Number(entries.Count);
            foreach (var entry in entries)
            {
                text.Number(entry.Sequence);
                text.Number((int)entry.Kind);
                text.Bytes(entry.Id16);
                text.Number(entry.Revision);
                text.Bytes(entry.Content16);
                text.Bytes(entry.Body);
            }
            return SHA256.HashData(text.Written);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(pooled);
        }
    }

    /// <summary>What is hashed, piece by piece.</summary>
    private ref struct Text(Span<byte> room)
    {
        private readonly Span<byte> _room = room;
        private int _length;

        public readonly ReadOnlySpan<byte> Written => _room[.._length];

        public void Number(long value)
        {
            BinaryPrimitives.WriteInt64BigEndian(_room[_length..], value);
            _length += sizeof(long);
        }

        public void Bytes(ReadOnlySpan<byte> bytes)
        {
            Number(bytes.Length);
            bytes.CopyTo(_room[_length..]);
            _length += bytes.Length;
        }
    }
}
