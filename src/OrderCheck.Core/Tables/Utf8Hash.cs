using System.Buffers.Binary;

namespace OrderCheck.Core.Tables;

/// <summary>A hash of texts for tables in memory: fast, and not for anything that is kept or that an opponent chooses.</summary>
internal static class Utf8Hash
{
    private const ulong Prime = 0x9E37_79B9_7F4A_7C15;

    public static uint Of(ReadOnlySpan<byte> text)
    {
        unchecked
        {
            var hash = (ulong)text.Length * Prime;
            for (; text.Length >= sizeof(ulong); text = text[sizeof(ulong)..])
                hash = Mix(hash ^ BinaryPrimitives.ReadUInt64LittleEndian(text));
            var rest = 0UL;
            foreach (var one in text)
                rest = (rest << 8) | one;
            hash = Mix(hash ^ rest);
            return (uint)(hash >> 32);
        }
    }

    public static ulong Mix(ulong hash)
    {
        unchecked
        {
            hash *= Prime;
            return hash ^ (hash >> 29);
        }
    }

    /// <summary>Of some fields of a row, given as the numbers of their texts.</summary>
    public static ulong OfFields(ReadOnlySpan<int> row, ReadOnlySpan<int> fields)
    {
        var hash = 0UL;
        foreach (var field in fields)
            hash = Mix(hash ^ unchecked((uint)row[field]));
        return hash;
    }
}
