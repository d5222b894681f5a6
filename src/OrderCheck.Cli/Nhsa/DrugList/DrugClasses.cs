namespace OrderCheck.Cli.Nhsa.DrugList;

/// <summary>What class a drug is in, and since when: 甲 or 乙, by the list of the day.</summary>
internal sealed class DrugClasses
{
    private readonly Dictionary<string, List<(DateOnly From, DateOnly? To, string Class, string Document)>> _spans = new(StringComparer.Ordinal);

    /// <summary>Of entries that overlap, the first that is added goes before the others.</summary>
    public void Add(string code, DrugListEntry entry)
    {
        if (!_spans.TryGetValue(code, out var spans))
            _spans[code] = spans = new(1);
        spans.Add((entry.From, entry.To, entry.Class, entry.Document));
    }

    /// <summary>Cuts a span of days where the class changes: each part has one class, "" where none is known.</summary>
    public IEnumerable<(DateOnly? From, DateOnly? To, string Class, string? Document)> Cut(string code, DateOnly? from, DateOnly? to)
    {
        if (!_spans.TryGetValue(code, out var spans))
            return [(from, to, "", null)];
        var starts = spans.Select(span => span.From).Concat(spans.Select(span => span.To).OfType<DateOnly>().Where(day => day < DateOnly.MaxValue).Select(day => day.AddDays(1)))
            .Where(day => (from is null || day > from) && (to is null || day <= to)).Distinct().Order().ToList();
        return Parts();

        IEnumerable<(DateOnly?, DateOnly?, string, string?)> Parts()
        {
            for (var i = -1; i < starts.Count; i++)
            {
                var first = i < 0 ? from : starts[i];
                var last = i + 1 < starts.Count ? starts[i + 1].AddDays(-1) : to;
                var span = spans.Find(span => (first ?? DateOnly.MinValue) >= span.From && (span.To is null || (first ?? DateOnly.MinValue) <= span.To));
                yield return (first, last, span.Class ?? "", span.Document);
            }
        }
    }
}
