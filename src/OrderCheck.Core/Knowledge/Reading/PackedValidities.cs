using System.Runtime.InteropServices;
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
    private const int None = -1;

    private readonly Dictionary<int, int> _latest = new(rows);
    private readonly List<int> _earlier = new(rows);

    /// <summary>Rows that say the same of the same item have the same.</summary>
    /// <param name="code">The item's number.</param>
    /// <param name="sameness">Hash of <see cref="KnowledgeRow.Sameness"/>.</param>
    /// <param name="point">The row's point, empty where it has none.</param>
    public static int HashOf(int code, int sameness, ReadOnlySpan<byte> point) => HashCode.Combine(code, sameness, Utf8Hash.Of(point));

    /// <summary>Whether an earlier row may say the same.</summary>
    public bool Knows(int hash) => _latest.ContainsKey(hash);

    /// <summary>The first earlier row, counted from the table's first, that says the same on the same days; null where there is none.</summary>
    public int? Overlapping(int hash, KnowledgeRow row)
    {
        int? found = null;
        for (var at = _latest.GetValueOrDefault(hash, None); at != None; at = _earlier[at])
        {
            if (SaysTheSame(packed.Row(first + at), row))
                found = at;
        }
        return found;
    }

    /// <summary>The table's next row has that hash.</summary>
    public void Note(int hash)
    {
        ref var latest = ref CollectionsMarshal.GetValueRefOrAddDefault(_latest, hash, out var known);
        _earlier.Add(known ? latest : None);
        latest = _earlier.Count - 1;
    }

    private static bool SaysTheSame(KnowledgeRow one, KnowledgeRow other) =>
        one.ItemCode == other.ItemCode && one.Sameness == other.Sameness && one.PointId == other.PointId
        && (one.EffectiveFrom ?? DateOnly.MinValue) <= (other.EffectiveTo ?? DateOnly.MaxValue)
        && (other.EffectiveFrom ?? DateOnly.MinValue) <= (one.EffectiveTo ?? DateOnly.MaxValue);
}
