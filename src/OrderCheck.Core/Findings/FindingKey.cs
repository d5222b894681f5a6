using System.Security.Cryptography;
using System.Text;

namespace OrderCheck.Core.Findings;

/// <summary>
/// What a decision names: the same patient, encounter, rule, row and content give the same key, whatever id the HIS gave
/// the draft; something material changed, another one.
/// </summary>
internal static class FindingKey
{
    private const char Separator = '\u001F';

    /// <returns>32 hexadecimal digits.</returns>
    public static string Of(params ReadOnlySpan<string?> parts)
    {
        var text = new StringBuilder();
        foreach (var part in parts)
            text.Append(part).Append(Separator);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())).AsSpan(0, 16));
    }
}
