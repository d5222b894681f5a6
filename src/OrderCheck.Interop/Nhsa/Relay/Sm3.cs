using System.Buffers.Binary;
using System.Numerics;

namespace OrderCheck.Interop.Nhsa.Relay;

/// <summary>The hash of GB/T 32905-2016 (SM3), which .NET does not have.</summary>
internal static class Sm3
{
    private const int Block = 64;

    private static readonly uint[] Start =
        [0x7380166f, 0x4914b2b9, 0x172442d7, 0xda8a0600, 0xa96f30bc, 0x163138aa, 0xe38dee4d, 0xb0fb0e4e];

    /// <summary>32 bytes.</summary>
    public static byte[] Hash(ReadOnlySpan<byte> message)
    {
        var padded = new byte[(message.Length + 8) / Block * Block + Block];
        message.CopyTo(padded);
        padded[message.Length] = 0x80;
        BinaryPrimitives.WriteInt64BigEndian(padded.AsSpan(padded.Length - 8), message.Length * 8L);
        var state = (uint[])Start.Clone();
        for (var at = 0; at < padded.Length; at += Block)
            Compress(state, padded.AsSpan(at, Block));
        var hash = new byte[32];
        for (var i = 0; i < 8; i++)
            BinaryPrimitives.WriteUInt32BigEndian(hash.AsSpan(i * 4), state[i]);
        return hash;
    }

    private static void Compress(uint[] state, ReadOnlySpan<byte> block)
    {
        Span<uint> words = stackalloc uint[68];
        Expand(words, block);
        var (a, b, c, d, e, f, g, h) = (state[0], state[1], state[2], state[3], state[4], state[5], state[6], state[7]);
        for (var j = 0; j < 64; j++)
            unchecked
            {
                var early = j < 16;
                var turned = BitOperations.RotateLeft(a, 12);
                var ss1 = BitOperations.RotateLeft(turned + e + BitOperations.RotateLeft(early ? 0x79cc4519u : 0x7a879d8au, j % 32), 7);
                var tt1 = (early ? a ^ b ^ c : (a & b) | (a & c) | (b & c)) + d + (ss1 ^ turned) + (words[j] ^ words[j + 4]);
                var tt2 = (early ? e ^ f ^ g : (e & f) | (~e & g)) + h + ss1 + words[j];
                (d, c, b, a) = (c, BitOperations.RotateLeft(b, 9), a, tt1);
                (h, g, f, e) = (g, BitOperations.RotateLeft(f, 19), e, tt2 ^ BitOperations.RotateLeft(tt2, 9) ^ BitOperations.RotateLeft(tt2, 17));
            }

        uint[] turn = [a, b, c, d, e, f, g, h];
        for (var i = 0; i < 8; i++)
            state[i] ^= turn[i];
    }

    private static void Expand(Span<uint> words, ReadOnlySpan<byte> block)
    {
        for (var j = 0; j < 16; j++)
            words[j] = BinaryPrimitives.ReadUInt32BigEndian(block[(j * 4)..]);
        for (var j = 16; j < 68; j++)
        {
            var mixed = words[j - 16] ^ words[j - 9] ^ BitOperations.RotateLeft(words[j - 3], 15);
            words[j] = mixed ^ BitOperations.RotateLeft(mixed, 15) ^ BitOperations.RotateLeft(mixed, 23) ^ BitOperations.RotateLeft(words[j - 13], 7) ^ words[j - 6];
        }
    }
}
