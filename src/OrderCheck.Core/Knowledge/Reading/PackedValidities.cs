namespace OrderCheck.Core.Knowledge.Reading;

/// <summary>
/// Notices where two rows of a large table that say the same of the same item are in force on the same day, as
/// <see cref="Tables.Validities{TKey}"/> does, by hashes: what two rows with the same hash say is read again from the rows.
/// </summary>
/// <param name="first">Number of the table's first row.</param>
internal sealed class PackedValidities(PackedKnowledge packed, int first)
{
    private const int None = -1;

    private readonly Dictionary<int, int> _latest = [];
    private readonly List<int> _earlier = [];

    /// <summary>The first earlier row, counted from the table's first, that says the same on the same days; null where there is none.</summary>
    public int? Overlapping(KnowledgeRow row)
    {
        int? found = null;
        for (var at = _latest.GetValueOrDefault(HashOf(row), None); at != None; at = _earlier[at])
        {
            if (SaysTheSame(packed.Row(first + at), row))
                found = at;
        }
        return found;
    }

    /// <summary>The row is the table's next.</summary>
    public void Note(KnowledgeRow row)
    {
        var hash = HashOf(row);
        _earlier.Add(_latest.GetValueOrDefault(hash, None));
        _latest[hash] = _earlier.Count - 1;
    }

    private static int HashOf(KnowledgeRow row) => HashCode.Combine(row.ItemCode, row.Sameness, row.PointId);

    private static bool SaysTheSame(KnowledgeRow one, KnowledgeRow other) =>
        one.ItemCode == other.ItemCode && one.Sameness == other.Sameness && one.PointId == other.PointId
        && (one.EffectiveFrom ?? DateOnly.MinValue) <= (other.EffectiveTo ?? DateOnly.MaxValue)
        && (other.EffectiveFrom ?? DateOnly.MinValue) <= (one.EffectiveTo ?? DateOnly.MaxValue);
}
