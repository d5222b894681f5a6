namespace OrderCheck.Cli.Tests.Nhsa;

/// <summary>Codes, categories and ranges as the set of the subcategories (4 characters, A00.0 to Z99.9) that they cover.</summary>
internal static class Subcategories
{
    private static readonly string[] Every =
    [
        .. from letter in Enumerable.Range('A', 26) from category in Enumerable.Range(0, 100) from digit in Enumerable.Range(0, 10)
           select $"{(char)letter}{category:00}.{digit}",
    ];

    public static HashSet<string> Of(IEnumerable<string> codes)
    {
        var covered = new HashSet<string>(StringComparer.Ordinal);
        foreach (var code in codes)
        {
            var ends = code.Split('-');
            covered.UnionWith(Every.Where(known =>
                string.CompareOrdinal(known, ends[0]) >= 0 && (string.CompareOrdinal(known, ends[^1]) <= 0 || known.StartsWith(ends[^1], StringComparison.Ordinal))));
        }
        return covered;
    }
}
