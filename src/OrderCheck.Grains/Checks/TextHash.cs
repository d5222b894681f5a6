using System.IO.Hashing;
using System.Runtime.InteropServices;

namespace OrderCheck.Grains.Checks;

/// <summary>
/// A text that is only ever held against others, kept without an object: what recent checks keep lives longer than a collection, and each object
/// of it costs every check some of its time. Never stored, so that another version may make it another way.
/// </summary>
/// <param name="Value">Equal texts, equal hashes.</param>
internal readonly record struct TextHash(UInt128 Value)
{
    public static TextHash Of(string text) => new(XxHash128.HashToUInt128(MemoryMarshal.AsBytes(text.AsSpan())));
}
