namespace OrderCheck.Cli.Nhsa.Points;

/// <summary>What became of a point: limits that a rule can apply, a sentence for people, or neither.</summary>
internal abstract record PointReading
{
    /// <summary>Rules can apply it.</summary>
    public sealed record Coded(params IReadOnlyList<CodedLimit> Limits) : PointReading;

    /// <summary>It stays the official sentence.</summary>
    /// <param name="Why">Shown in the import's report.</param>
    public sealed record Prose(string Why) : PointReading;

    /// <summary>It can't be used at all.</summary>
    public sealed record Refused(Rejection Why) : PointReading;

    public static PointReading Refuse(KnowledgePoint point, string column, string allowed) =>
        new Refused(Rejection.Of(point.Row, column, allowed));
}
