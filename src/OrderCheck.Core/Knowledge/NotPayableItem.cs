namespace OrderCheck.Core.Knowledge;

/// <summary>The fund does not pay for the item.</summary>
public sealed class NotPayableItem : KnowledgeRow
{
    /// <summary>单复方: never; 单方: not where it is used alone or with such items only.</summary>
    public required string Mode { get; init; }

    internal override string Sameness => Mode;
}
