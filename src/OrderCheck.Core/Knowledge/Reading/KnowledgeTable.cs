namespace OrderCheck.Core.Knowledge.Reading;

/// <summary>A kind's rows in file order, with the line of each.</summary>
internal sealed record KnowledgeTable(KnowledgeKind Kind, string File, IReadOnlyList<KnowledgeRow> Rows, IReadOnlyList<int> Lines);
