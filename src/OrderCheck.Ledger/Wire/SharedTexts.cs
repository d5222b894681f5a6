namespace OrderCheck.Ledger.Wire;

/// <summary>
/// One instance for codes, names and units that come again and again: thousands of open encounters speak of the same items,
/// doctors and wards. Bounded: a text that has not come for long gives its place to another.
/// </summary>
internal static class SharedTexts
{
    private const int Places = 1 << 15;
    private const int Longest = 64;
    private static readonly string?[] Texts = new string?[Places];

    public static string Of(string text)
    {
        if (text.Length > Longest)
            return text;
        ref var place = ref Texts[string.GetHashCode(text.AsSpan()) & (Places - 1)];
        var known = Volatile.Read(ref place);
        if (known == text)
            return known;
        Volatile.Write(ref place, text);
        return text;
    }
}
