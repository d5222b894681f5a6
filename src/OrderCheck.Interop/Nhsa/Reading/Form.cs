namespace OrderCheck.Interop.Nhsa.Reading;

/// <summary>What a value looks like, without saying it: it may be a patient's.</summary>
internal static class Form
{
    private const int Longest = 30;
    private const int LongestCode = 6;
    private const int LongestName = 40;
    private const int MostDigits = 4;

    /// <summary>Digits as 9, letters as A, other characters of scripts as 字; the rest as it is.</summary>
    public static string Of(string value)
    {
        var shown = value.Length <= Longest ? value : value[..Longest];
        return string.Create(shown.Length, shown, static (text, from) =>
        {
            for (var i = 0; i < text.Length; i++)
                text[i] = Of(from[i]);
        }) + (value.Length > Longest ? $"…（共{value.Length}字）" : "");
    }

    /// <summary>A code as it is, where it is as short as codes are.</summary>
    public static string OfCode(string value) =>
        value.Length <= LongestCode && value.All(char.IsAsciiLetterOrDigit) ? value : Of(value);

    /// <summary>Whether it may be shown as the name of a member: it looks like one, not like somebody's number.</summary>
    public static bool IsName(string name) =>
        name is { Length: > 0 and <= LongestName } && name.All(static c => char.IsAsciiLetterOrDigit(c) || c == '_') && name.Count(char.IsAsciiDigit) <= MostDigits;

    private static char Of(char c) => c switch
    {
        _ when char.IsDigit(c) => '9',
        _ when char.IsAsciiLetter(c) => 'A',
        < ' ' or '\x7f' => ' ',
        > '\x7f' => '字',
        _ => c,
    };
}
