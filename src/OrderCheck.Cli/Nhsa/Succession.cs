namespace OrderCheck.Cli.Nhsa;

/// <summary>
/// Which point takes over from which, and on what day. A point that cannot be used takes over from none: what it would have
/// replaced stays in force until it is published rightly.
/// </summary>
internal sealed class Succession
{
    private readonly ILookup<string, KnowledgePoint> _successors;
    private readonly Dictionary<string, KnowledgePoint> _points;
    private readonly HashSet<string> _unreadable;
    private readonly HashSet<string> _replacedByUnreadable;
    private readonly HashSet<string> _refused = [];

    /// <param name="unreadable">Points of the same table: they can supersede and be superseded, and take over from none.</param>
    public Succession(IReadOnlyList<KnowledgePoint> points, IReadOnlyList<UnreadablePoint> unreadable)
    {
        _points = points.ToDictionary(point => point.Id);
        _successors = points.SelectMany(point => point.Supersedes.Select(earlier => (earlier, point)))
            .ToLookup(successor => successor.earlier, successor => successor.point);
        _unreadable = [.. unreadable.Select(point => point.Id)];
        _replacedByUnreadable = [.. unreadable.SelectMany(point => point.Supersedes)];
    }

    /// <summary>The point cannot be used.</summary>
    public void Refuse(KnowledgePoint point) => _refused.Add(point.Id);

    /// <summary>Whether a point that can be used takes over from this one.</summary>
    public bool IsOver(KnowledgePoint point) => SuccessorOf(point) is not null;

    /// <summary>The last day in force: the day before the successor's publication; null: open.</summary>
    public DateOnly? LastDayOf(KnowledgePoint point) => SuccessorOf(point)?.PublishedAt.AddDays(-1);

    /// <summary>What is wrong with the point's place in the succession, or null.</summary>
    public Rejection? FaultOf(KnowledgePoint point)
    {
        var successor = _successors[point.Id].MinBy(later => later.PublishedAt);
        var known = successor is not null || _replacedByUnreadable.Contains(point.Id);
        if (known != point.IsSuperseded)
        {
            return Rejection.Of(
                point.Row,
                "is_superseded",
                known ? $"1, since {successor?.Id ?? "another point"} supersedes this one" : "0, since no point of the table supersedes this one");
        }
        if (successor?.PublishedAt <= point.PublishedAt)
            return Rejection.Of(point.Row, "published_at", $"a day before {successor.PublishedAt:yyyy-MM-dd}, when its successor {successor.Id} was published");
        return point.Supersedes.FirstOrDefault(id => !_points.ContainsKey(id) && !_unreadable.Contains(id)) is { } unknown
            ? Rejection.Of(point.Row, "supersedes", $"ids of points of this table: {unknown} is none")
            : null;
    }

    private KnowledgePoint? SuccessorOf(KnowledgePoint point) =>
        _successors[point.Id].Where(later => !_refused.Contains(later.Id)).MinBy(later => later.PublishedAt);
}
