namespace OrderCheck.Core.Tables;

/// <summary>Notices where two rows that say the same of the same thing are in force on the same day.</summary>
public sealed class Validities<TKey>
    where TKey : notnull
{
    private readonly Dictionary<TKey, List<(DateOnly From, DateOnly To, int Line)>> _known = [];

    /// <summary>The line of an earlier row that overlaps, or null; either way the span is noted.</summary>
    public int? Overlapping(TKey key, DateOnly? from, DateOnly? to, int line)
    {
        var (first, last) = (from ?? DateOnly.MinValue, to ?? DateOnly.MaxValue);
        if (!_known.TryGetValue(key, out var spans))
            _known[key] = spans = new List<(DateOnly, DateOnly, int)>(1);
        int? overlapping = null;
        foreach (var span in spans)
        {
            if (span.From <= last && first <= span.To)
                overlapping ??= span.Line;
        }
        spans.Add((first, last, line));
        return overlapping;
    }
}
