namespace OrderCheck.Core.Tables;

/// <summary>
/// What was made of some fields of a table's rows: most rows say there what a row before them said, and are not read again. Fields are
/// the numbers of their texts, see <see cref="PackedRows.Read"/>. No object for each: a collection would have to look at all of them.
/// </summary>
/// <param name="fields">Which of the row's fields it depends on; no others.</param>
internal sealed class SeenFields<T>(int[] fields)
{
    /// <summary>Fields that say something new in so many rows are not worth remembering any longer.</summary>
    private const int Most = 1 << 14;

    private readonly Dictionary<ulong, int> _places = [];
    private readonly List<int> _texts = [];
    private readonly List<T> _made = [];

    /// <summary>False where no row before said the same.</summary>
    public bool TryFind(ReadOnlySpan<int> row, out T made)
    {
        made = default!;
        if (!_places.TryGetValue(Utf8Hash.OfFields(row, fields), out var place))
            return false;
        for (var at = 0; at < fields.Length; at++)
        {
            if (_texts[(place * fields.Length) + at] != row[fields[at]])
                return false;
        }
        made = _made[place];
        return true;
    }

    public void Note(ReadOnlySpan<int> row, T made)
    {
        if (_made.Count == Most || !_places.TryAdd(Utf8Hash.OfFields(row, fields), _made.Count))
            return;
        foreach (var field in fields)
            _texts.Add(row[field]);
        _made.Add(made);
    }
}
