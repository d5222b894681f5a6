namespace OrderCheck.Server.Json;

/// <summary>The mark that some programs write before UTF-8.</summary>
internal static class ByteOrderMark
{
    private static ReadOnlySpan<byte> Bytes => [0xEF, 0xBB, 0xBF];

    public static ArraySegment<byte> Skip(ArraySegment<byte> text) => text.AsSpan().StartsWith(Bytes) ? text[Bytes.Length..] : text;
}
