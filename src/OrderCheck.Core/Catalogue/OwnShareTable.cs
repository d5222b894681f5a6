using System.Collections.Frozen;

namespace OrderCheck.Core.Catalogue;

/// <summary>
/// Own-share ratios by insurance type, facility level and date. The item's own rows go before those of a prefix, a longer prefix
/// before a shorter one; of these the row that names the insurance, then the one that names the level.
/// </summary>
public sealed class OwnShareTable
{
    private readonly FrozenDictionary<string, OwnShareRow[]> _byItem;
    private readonly FrozenDictionary<string, OwnShareRow[]>.AlternateLookup<ReadOnlySpan<char>> _byPrefix;
    private readonly int[] _prefixLengths;

    internal OwnShareTable(IReadOnlyCollection<OwnShareRow> rows)
    {
        _byItem = Index(rows.Where(row => !row.IsPrefix));
        var byPrefix = Index(rows.Where(row => row.IsPrefix));
        _byPrefix = byPrefix.GetAlternateLookup<ReadOnlySpan<char>>();
        _prefixLengths = [.. byPrefix.Keys.Select(prefix => prefix.Length).Distinct().OrderDescending()];
    }

    public static OwnShareTable Empty { get; } = new([]);

    /// <summary>0 to 1; null where no row is for it: the catalogue's own ratio then holds.</summary>
    /// <param name="insurance">职工, 居民 …; null where it is not known.</param>
    /// <param name="level">Null where the facility is not graded.</param>
    public decimal? Find(string itemCode, string? insurance, int? level, DateOnly day)
    {
        if (_byItem.TryGetValue(itemCode, out var rows) && Best(rows, insurance, level, day) is { } own)
            return own.Ratio;
        foreach (var length in _prefixLengths)
        {
            if (length <= itemCode.Length && _byPrefix.TryGetValue(itemCode.AsSpan(0, length), out rows) && Best(rows, insurance, level, day) is { } found)
                return found.Ratio;
        }
        return null;
    }

    private static OwnShareRow? Best(OwnShareRow[] rows, string? insurance, int? level, DateOnly day)
    {
        OwnShareRow? best = null;
        foreach (var row in rows)
        {
            if (row.IsFor(insurance, level, day) && (best is null || row.Precision > best.Precision))
                best = row;
        }
        return best;
    }

    private static FrozenDictionary<string, OwnShareRow[]> Index(IEnumerable<OwnShareRow> rows) =>
        rows.GroupBy(row => row.ItemCode, StringComparer.Ordinal).ToFrozenDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);
}
