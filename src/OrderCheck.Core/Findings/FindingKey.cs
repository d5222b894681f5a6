using System.Security.Cryptography;
using System.Text;

namespace OrderCheck.Core.Findings;

/// <summary>
/// What a decision names: the same patient, encounter, rule, row and content give the same key, whatever id the HIS gave
/// the draft; something material changed, another one.
/// </summary>
internal static class FindingKey
{
    private const byte Separator = 0x1F;
    private const int MostOnTheStack = 1024;

    /// <returns>32 hexadecimal digits.</returns>
    public static string Of(params ReadOnlySpan<string?> parts)
    {
        var length = parts.Length;
        foreach (var part in parts)
            length += Encoding.UTF8.GetMaxByteCount(part?.Length ?? 0);
        var text = length <= MostOnTheStack ? stackalloc byte[MostOnTheStack] : new byte[length];
        var end = 0;
        foreach (var part in parts)
        {
            end += Encoding.UTF8.GetBytes(part, text[end..]);
            text[end++] = Separator;
        }
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(text[..end], hash);
        return Convert.ToHexStringLower(hash[..16]);
    }
}
