using OrderCheck.Core.Tables;

namespace OrderCheck.Core.Knowledge.Reading;

/// <summary>
/// Notices where two rows of a large table that say the same of the same item are in force on the same day, as
/// <see cref="Validities{TKey}"/> does, by hashes: what two rows with the same hash say is read again from the rows.
/// </summary>
/// <param name="first">Number of the table's first row.</param>
/// <param name="rows">About as many as the table has.</param>
internal sealed class PackedValidities(PackedKnowledge packed, int first, int rows)
{
    private readonly HashedNumbers _rows = Expected(rows);
    private int _next;

    /// <summary>Rows that say the same of the same item have the same.</summary>
    /// <param name="code">The item's number.</param>
    /// <param name="sameness">Hash of <see cref="KnowledgeRow.Sameness"/>.</param>
    /// <param name="point">The row's point, empty where it has none.</param>
    public static uint HashOf(int code, int sameness, ReadOnlySpan<byte> point) => unchecked((uint)HashCode.Combine(code, sameness, Utf8Hash.Of(point)));

    /// <summary>Whether an earlier row may say the same.</summary>
    public bool Knows(uint hash)
    {
        var place = _rows.Begin(hash);
        return _rows.Next(hash, ref place) >= 0;
    }

    /// <summary>The first earlier row, counted from the table's first, that says the same on the same days; null where there is none.</summary>
    public int? Overlapping(uint hash, KnowledgeRow row)
    {
        var place = _rows.Begin(hash);
        while (_rows.Next(hash, ref place) is >= 0 and var earlier)
        {
            if (SaysTheSame(packed.Row(first + earlier), row))
                return earlier;
        }
        return null;
    }

    /// <summary>The table's next row has that hash.</summary>
    public void Note(uint hash) => _rows.Add(hash, _next++);

    private static HashedNumbers Expected(int rows)
    {
        var numbers = new HashedNumbers();
        numbers.Expect(rows);
        return numbers;
    }

    private static bool SaysTheSame(KnowledgeRow one, KnowledgeRow other) =>
        one.ItemCode == other.ItemCode && one.Sameness == other.Sameness && one.PointId == other.PointId
        && (one.EffectiveFrom ?? DateOnly.MinValue) <= (other.EffectiveTo ?? DateOnly.MaxValue)
        && (other.EffectiveFrom ?? DateOnly.MinValue) <= (one.EffectiveTo ?? DateOnly.MaxValue);
}
