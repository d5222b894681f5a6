namespace OrderCheck.Core.Knowledge;

/// <summary>The fund does not pay for the item.</summary>
public sealed class NotPayableItem : KnowledgeRow
{
    /// <summary>单复方: a piece, never; 单方: a piece, not where it is used alone or with such items only; 自费: any other item, never.</summary>
    public required string Mode { get; init; }

    internal override string Sameness => Mode;
}
