namespace OrderCheck.Core.Tables;

/// <summary>
/// What was made of some fields of a table's rows: most rows say there what a row before them said, and are not read again. Fields are
/// the numbers of their texts, see <see cref="PackedRows.Read"/>.
/// </summary>
/// <param name="fields">Which of the row's fields it depends on; no others.</param>
internal sealed class SeenFields<T>(int[] fields)
    where T : class
{
    /// <summary>Fields that say something new in so many rows are not worth remembering any longer.</summary>
    private const int Most = 1 << 14;

    private readonly Dictionary<ulong, (int[] Texts, T Made)> _seen = [];

    /// <summary>Null where no row before said the same.</summary>
    public T? Find(ReadOnlySpan<int> row)
    {
        if (!_seen.TryGetValue(HashOf(row), out var seen))
            return null;
        for (var at = 0; at < fields.Length; at++)
        {
            if (seen.Texts[at] != row[fields[at]])
                return null;
        }
        return seen.Made;
    }

    public void Note(ReadOnlySpan<int> row, T made)
    {
        if (_seen.Count == Most)
            return;
        var texts = new int[fields.Length];
        for (var at = 0; at < texts.Length; at++)
            texts[at] = row[fields[at]];
        _seen[HashOf(row)] = (texts, made);
    }

    private ulong HashOf(ReadOnlySpan<int> row)
    {
        var hash = 0UL;
        foreach (var field in fields)
            hash = Utf8Hash.Mix(hash ^ unchecked((uint)row[field]));
        return hash;
    }
}
