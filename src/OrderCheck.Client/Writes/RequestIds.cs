#if !NET
using System.Security.Cryptography;
#endif

namespace OrderCheck.Client.Writes;

/// <summary>Makes request ids: UUIDs of version 7 (RFC 9562, 5.7), which sort by the time they were made.</summary>
internal static class RequestIds
{
    public static string New(TimeProvider time)
    {
#if NET
        return Guid.CreateVersion7(time.GetUtcNow()).ToString();
#else
        var bytes = new byte[16];
        using (var random = RandomNumberGenerator.Create())
            random.GetBytes(bytes);
        var milliseconds = time.GetUtcNow().ToUnixTimeMilliseconds();
        // The first three groups of the text are the time's 48 bits, then the version; Guid takes them as numbers.
        return new Guid(
            unchecked((int)(milliseconds >> 16)),
            unchecked((short)milliseconds),
            unchecked((short)(0x7000 | (bytes[6] & 0x0f) << 8 | bytes[7])),
            (byte)(0x80 | (bytes[8] & 0x3f)), bytes[9], bytes[10], bytes[11], bytes[12], bytes[13], bytes[14], bytes[15]).ToString();
#endif
    }
}
