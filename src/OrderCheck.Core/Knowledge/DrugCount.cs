namespace OrderCheck.Core.Knowledge;

/// <summary>At most so many kinds of drugs at once (药品种类).</summary>
public sealed class DrugCount : KnowledgeRow
{
    /// <summary>处方 (one prescription) or 出院带药 (what is taken home).</summary>
    public required string Scope { get; init; }

    public required int MostKinds { get; init; }

    internal override string Sameness => $"{Scope}|{MostKinds}";
}
