using System.Buffers;

namespace OrderCheck.Ledger.Wire;

/// <summary>
/// Room for what a thread encodes, again and again: a message written into it need not be asked for its size first, which asks every
/// message in it once more.
/// </summary>
internal static class ThreadBuffer
{
    /// <summary>Of a whole encounter's answer no thread keeps the room.</summary>
    private const int MostToKeep = 1 << 16;

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? _buffer;

    /// <summary>An empty one, until <see cref="Return"/> is called on the same thread; nobody else may take it meanwhile.</summary>
    public static ArrayBufferWriter<byte> Take()
    {
        var buffer = _buffer ?? new ArrayBufferWriter<byte>();
        _buffer = null;
        buffer.ResetWrittenCount();
        return buffer;
    }

    /// <summary>What was written, as an array of its own.</summary>
    public static byte[] Return(ArrayBufferWriter<byte> buffer)
    {
        var bytes = buffer.WrittenSpan.ToArray();
        if (buffer.Capacity <= MostToKeep)
            _buffer = buffer;
        return bytes;
    }
}
