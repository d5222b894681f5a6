namespace OrderCheck.Core.Tables;

/// <summary>
/// As <see cref="SeenFields{T}"/>, for many threads, and with no end: what is found was made of the same fields not long ago. Fields that
/// have the same place drive each other out.
/// </summary>
/// <param name="fields">Which of the row's fields it depends on; no others.</param>
internal sealed class RecentFields<T>(int[] fields)
    where T : notnull
{
    private const int Most = 1 << 12;

    private readonly Entry?[] _entries = new Entry?[Most];

    /// <summary>False where nothing is remembered of the same fields.</summary>
    public bool TryFind(ReadOnlySpan<int> row, out T made)
    {
        made = default!;
        if (Volatile.Read(ref Place(row)) is not { } entry)
            return false;
        for (var at = 0; at < fields.Length; at++)
        {
            if (entry.Texts[at] != row[fields[at]])
                return false;
        }
        made = entry.Made;
        return true;
    }

    public void Note(ReadOnlySpan<int> row, T made)
    {
        var texts = new int[fields.Length];
        for (var at = 0; at < fields.Length; at++)
            texts[at] = row[fields[at]];
        Volatile.Write(ref Place(row), new Entry(texts, made));
    }

    private ref Entry? Place(ReadOnlySpan<int> row) => ref _entries[(int)(Utf8Hash.OfFields(row, fields) % Most)];

    private sealed record Entry(int[] Texts, T Made);
}
