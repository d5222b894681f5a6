namespace OrderCheck.Interop.Nhsa.Relay;

/// <summary>
/// Makes one list of our rows and the bureau's. What both found about the same lines by the same rule is one row, with our
/// texts, the bureau's evidence added and the graver severity; the bureau's other rows keep their own texts.
/// </summary>
public sealed class RowMerge(RuleEquivalents rules, SeverityOrder severities)
{
    public MergedRows Merge(IReadOnlyList<ResultRow> ours, IEnumerable<ResultRow> bureau)
    {
        var merged = ours.Select(static _ => new List<ResultRow>()).ToList();
        var alone = new List<(ResultRow Row, string Id)>();
        var ids = new HashSet<MappedId>();
        foreach (var row in bureau.DistinctBy(IdentityOf))
        {
            if (Find(ours, row) is >= 0 and var same)
            {
                AddTo(merged[same], ours[same].Id, row, ids);
            }
            else if (alone.Find(other => SaysTheSame(other.Row, row)) is { Row: not null } twin)
            {
                AddTwin(twin, row, ids);
            }
            else
            {
                alone.Add((row, Shown(row, ids)));
            }
        }

        var own = ours.Select((row, index) => new ShownRow(row, row.Id, merged[index].Aggregate(row.Severity, Graver), merged[index]));
        return new MergedRows(Interleaved([.. own], [.. alone.Select(static one => new ShownRow(one.Row, one.Id, one.Row.Severity, []))]), [.. ids]);
    }

    /// <summary>Without what both found being one: where it cannot be kept which is which.</summary>
    public MergedRows Side(IReadOnlyList<ResultRow> ours, IEnumerable<ResultRow> bureau) => new(
        Interleaved(
            [.. ours.Select(static row => new ShownRow(row, row.Id, row.Severity, []))],
            [.. bureau.DistinctBy(IdentityOf).Select(static row => new ShownRow(row, row.Id.Length > 0 ? row.Id : BureauIds.Shown(row), row.Severity, []))]),
        []);

    /// <summary>Two rows without an id are one only if they say the same.</summary>
    private static string IdentityOf(ResultRow row) => row.Id.Length > 0 ? row.Id : Convert.ToBase64String(row.Json.Span);

    /// <summary>A row of ours covers the bureau's if it is about all of its lines; of rows about no line both have to be of one visit.</summary>
    private int Find(IReadOnlyList<ResultRow> ours, ResultRow row)
    {
        for (var i = 0; i < ours.Count; i++)
        {
            if (!ours[i].IsUndetermined && Covers(ours[i], row) && rules.Same(ours[i], row))
                return i;
        }

        return -1;
    }

    private static bool Covers(ResultRow ours, ResultRow bureau) =>
        bureau.OffendingLines.Count == 0
            ? ours.OffendingLines.Count == 0 && (bureau.VisitId.Length == 0 || bureau.VisitId == ours.VisitId)
            : bureau.OffendingLines.All(ours.OffendingLines.Contains);

    private static void AddTo(List<ResultRow> merged, string shown, ResultRow row, HashSet<MappedId> ids)
    {
        merged.Add(row);
        if (row.Id.Length > 0)
            ids.Add(new MappedId(shown, row.Id));
    }

    private static void AddTwin((ResultRow Row, string Id) twin, ResultRow row, HashSet<MappedId> ids)
    {
        if (row.Id.Length == 0 || twin.Row.Id.Length == 0)
            return;
        ids.Add(new MappedId(twin.Id, twin.Row.Id));
        ids.Add(new MappedId(twin.Id, row.Id));
    }

    private static string Shown(ResultRow row, HashSet<MappedId> ids)
    {
        var shown = BureauIds.Shown(row);
        if (shown != row.Id && row.Id.Length > 0)
            ids.Add(new MappedId(shown, row.Id));
        return shown;
    }

    /// <summary>Sent twice under ids of its own.</summary>
    private static bool SaysTheSame(ResultRow left, ResultRow right) =>
        (left.RuleId, left.RuleName, left.VisitId, left.Content) == (right.RuleId, right.RuleName, right.VisitId, right.Content)
        && left.OffendingLines.SequenceEqual(right.OffendingLines);

    private string Graver(string severity, ResultRow row) => severities.Graver(severity, row.Severity);

    /// <summary>Both in their own order; of two that stand first the graver goes first, ours where they are alike.</summary>
    private List<ShownRow> Interleaved(IReadOnlyList<ShownRow> ours, IReadOnlyList<ShownRow> bureau)
    {
        var rows = new List<ShownRow>(ours.Count + bureau.Count);
        var next = 0;
        foreach (var row in ours)
        {
            while (next < bureau.Count && severities.Rank(bureau[next].Severity) < severities.Rank(row.Severity))
                rows.Add(bureau[next++]);
            rows.Add(row);
        }

        rows.AddRange(bureau.Skip(next));
        return rows;
    }
}
