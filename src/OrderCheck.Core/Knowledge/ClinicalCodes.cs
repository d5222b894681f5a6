namespace OrderCheck.Core.Knowledge;

/// <summary>
/// Lists of diagnosis or procedure codes as rows give them: codes, prefixes and ranges separated by |, "O|N40-N51|K35.3". A
/// range holds every code that begins with one of its ends or lies between.
/// </summary>
internal static class ClinicalCodes
{
    public const char Separator = '|';

    public static bool Has(string? list, string code)
    {
        var rest = list.AsSpan();
        while (!rest.IsEmpty)
        {
            var end = rest.IndexOf(Separator);
            if (Holds((end < 0 ? rest : rest[..end]).Trim(), code))
                return true;
            rest = end < 0 ? [] : rest[(end + 1)..];
        }
        return false;
    }

    private static bool Holds(ReadOnlySpan<char> part, ReadOnlySpan<char> code)
    {
        var dash = part.IndexOf('-');
        if (dash < 0)
            return !part.IsEmpty && code.StartsWith(part, StringComparison.OrdinalIgnoreCase);
        return Beginning(code, dash).CompareTo(part[..dash], StringComparison.OrdinalIgnoreCase) >= 0
            && Beginning(code, part.Length - dash - 1).CompareTo(part[(dash + 1)..], StringComparison.OrdinalIgnoreCase) <= 0;
    }

    private static ReadOnlySpan<char> Beginning(ReadOnlySpan<char> code, int length) => code.Length > length ? code[..length] : code;
}
