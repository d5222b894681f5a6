using System.Text;
using System.Text.Unicode;

namespace OrderCheck.Interop.Nhsa.Reading;

/// <summary>A body as valid UTF-8, whatever it came in.</summary>
internal static class BodyText
{
    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <exception cref="NotUnderstoodException">The charset is unknown, or the bytes are none of it.</exception>
    public static ReadOnlyMemory<byte> ToUtf8(ReadOnlyMemory<byte> body, string? charset, Tolerance tolerance)
    {
        var encoding = NhsaCharset.ForReading(charset)
            ?? throw new NotUnderstoodException("", $"报文声明的字符集“{Form.Of(charset ?? "")}”不支持；应为{NhsaCharset.Allowed}之一", 0);
        if (!NhsaCharset.IsUtf8(encoding))
            return Transcode(body, encoding);
        if (body.Span.StartsWith(ByteOrderMark))
        {
            tolerance.Add(Deviations.ByteOrderMark, "");
            body = body[ByteOrderMark.Length..];
        }
        if (Utf8.IsValid(body.Span))
            return body;
        throw new NotUnderstoodException("", $"报文不是有效的UTF-8；若为其他编码，请在Content-Type中声明charset，应为{NhsaCharset.Allowed}之一", FirstInvalid(body.Span));
    }

    private static ReadOnlyMemory<byte> Transcode(ReadOnlyMemory<byte> body, Encoding encoding)
    {
        try
        {
            return Encoding.UTF8.GetBytes(encoding.GetString(body.Span));
        }
        catch (DecoderFallbackException)
        {
            throw new NotUnderstoodException("", "报文不是有效的GB18030；请核对Content-Type中声明的charset", 0);
        }
    }

    private static int FirstInvalid(ReadOnlySpan<byte> body)
    {
        var at = 0;
        while (at < body.Length && Rune.DecodeFromUtf8(body[at..], out _, out var length) == System.Buffers.OperationStatus.Done)
            at += length;
        return at;
    }
}
