using System.Text;

namespace OrderCheck.Interop.Nhsa;

/// <summary>
/// The characters of bodies: UTF-8, or GB18030 by declared charset. GBK and GB2312 are read as GB18030, which holds them; in
/// answers to their callers, what they lack is escaped, never lost.
/// </summary>
internal static class NhsaCharset
{
    public const string Allowed = "utf-8、gb18030、gbk、gb2312";

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly Encoding Gb18030 = Get("GB18030", EncoderFallback.ExceptionFallback);
    private static readonly Encoding Gbk = Get("GBK", new JsonEscapeFallback());

    /// <summary>What to read by; null where the name is none of <see cref="Allowed"/>.</summary>
    /// <param name="name">As declared; null: UTF-8.</param>
    public static Encoding? ForReading(string? name) => Normal(name) switch
    {
        "" or "utf-8" or "utf8" or "us-ascii" => Utf8,
        "gb18030" or "gbk" or "gb2312" or "cp936" or "x-gbk" => Gb18030,
        _ => null,
    };

    /// <summary>What to answer in: UTF-8 where the name is none that is allowed.</summary>
    public static Encoding ForWriting(string? name) => Normal(name) switch
    {
        "gb18030" => Gb18030,
        "gbk" or "gb2312" or "cp936" or "x-gbk" => Gbk,
        _ => Utf8,
    };

    public static bool IsUtf8(Encoding encoding) => ReferenceEquals(encoding, Utf8);

    private static string Normal(string? name) => (name ?? "").Trim().Trim('"', '\'').ToLowerInvariant();

    private static Encoding Get(string name, EncoderFallback unknown) =>
        CodePagesEncodingProvider.Instance.GetEncoding(name, unknown, DecoderFallback.ExceptionFallback)
        ?? throw new NotSupportedException($"This platform does not know {name}.");
}
