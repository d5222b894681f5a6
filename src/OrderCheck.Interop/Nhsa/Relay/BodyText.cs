using System.Buffers;
using System.Text;

namespace OrderCheck.Interop.Nhsa.Relay;

/// <summary>Bodies in another character set than UTF-8.</summary>
public static class BodyText
{
    /// <param name="charset">As declared; "" or null where none is: UTF-8.</param>
    /// <exception cref="ArgumentException">Nobody knows the charset, or the bytes are no text in it.</exception>
    public static ReadOnlyMemory<byte> Utf8(ReadOnlyMemory<byte> body, string? charset) =>
        WithoutMark(IsUtf8(charset) ? body : Encoding.UTF8.GetBytes(Of(charset!).GetString(body.Span)));

    /// <summary>Writes an answer in the characters of its caller.</summary>
    public static void Write(IBufferWriter<byte> output, ReadOnlySpan<byte> utf8, string? charset)
    {
        var encoding = NhsaCharset.ForWriting(charset);
        if (NhsaCharset.IsUtf8(encoding))
            output.Write(utf8);
        else
            output.Write(encoding.GetBytes(Encoding.UTF8.GetString(utf8)));
    }

    private static bool IsUtf8(string? charset) =>
        string.IsNullOrEmpty(charset) || charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase) || charset.Equals("utf8", StringComparison.OrdinalIgnoreCase);

    private static Encoding Of(string charset) =>
        NhsaCharset.ForReading(charset)
        ?? CodePagesEncodingProvider.Instance.GetEncoding(charset, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)
        ?? Encoding.GetEncoding(charset, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);

    private static ReadOnlyMemory<byte> WithoutMark(ReadOnlyMemory<byte> body) => body.Span.StartsWith("\uFEFF"u8) ? body[3..] : body;
}
