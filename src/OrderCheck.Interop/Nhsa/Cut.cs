namespace OrderCheck.Interop.Nhsa;

/// <summary>Texts of a limited length.</summary>
internal static class Cut
{
    private const char Ellipsis = '…';

    /// <summary>The text, or as much of it as fits with … behind it; never half a character.</summary>
    public static string To(string text, int longest)
    {
        if (text.Length <= longest)
            return text;
        var end = longest - 1;
        if (char.IsHighSurrogate(text[end - 1]))
            end--;
        return string.Concat(text.AsSpan(0, end), [Ellipsis]);
    }
}
