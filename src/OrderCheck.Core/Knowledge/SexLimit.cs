namespace OrderCheck.Core.Knowledge;

/// <summary>The item is for one sex only.</summary>
public sealed class SexLimit : KnowledgeRow
{
    /// <summary>男 or 女.</summary>
    public required string Sex { get; init; }

    internal override string Sameness => Sex;
}
