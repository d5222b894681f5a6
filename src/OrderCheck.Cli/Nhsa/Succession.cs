namespace OrderCheck.Cli.Nhsa;

/// <summary>Which point takes over from which, and on what day.</summary>
internal sealed class Succession
{
    private readonly Dictionary<string, KnowledgePoint> _successors = [];
    private readonly Dictionary<string, KnowledgePoint> _points;

    public Succession(IReadOnlyList<KnowledgePoint> points)
    {
        _points = points.ToDictionary(point => point.Id);
        foreach (var point in points)
        {
            foreach (var earlier in point.Supersedes)
                _successors[earlier] = point;
        }
    }

    /// <summary>The last day in force: the day before the successor's publication; null: open.</summary>
    public DateOnly? LastDayOf(KnowledgePoint point) =>
        _successors.TryGetValue(point.Id, out var successor) ? successor.PublishedAt.AddDays(-1) : null;

    /// <summary>What is wrong with the point's place in the succession, or null.</summary>
    public Rejection? FaultOf(KnowledgePoint point)
    {
        var known = _successors.TryGetValue(point.Id, out var successor);
        if (known != point.IsSuperseded)
        {
            return Rejection.Of(
                point.Row,
                "is_superseded",
                known ? $"1, since the point {successor!.Id} supersedes this one" : "0, since no point of the table supersedes this one");
        }
        if (known && successor!.PublishedAt <= point.PublishedAt)
            return Rejection.Of(point.Row, "published_at", $"a day before {successor.PublishedAt:yyyy-MM-dd}, when its successor {successor.Id} was published");
        return point.Supersedes.FirstOrDefault(id => !_points.ContainsKey(id)) is { } unknown
            ? Rejection.Of(point.Row, "supersedes", $"ids of points of this table: {unknown} is none")
            : null;
    }
}
