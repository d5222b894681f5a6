namespace OrderCheck.Core.Knowledge.Reading;

/// <summary>A kind's rows in file order, with the line of each.</summary>
internal sealed record KnowledgeTable(KnowledgeKind Kind, string File, IReadOnlyList<KnowledgeRow> Rows, IReadOnlyList<int> Lines)
{
    /// <summary>Lines of rows of a large table that were joined while they were read, and to no rule.</summary>
    public IReadOnlyList<int> Unread { get; init; } = [];

    /// <summary>The rows that are objects, each with its line.</summary>
    public IEnumerable<(KnowledgeRow Row, int Line)> Whole =>
        Rows is PackedTable packed ? packed.Whole.Zip(Lines.Skip(packed.Count - packed.Whole.Count)) : Rows.Zip(Lines);
}
