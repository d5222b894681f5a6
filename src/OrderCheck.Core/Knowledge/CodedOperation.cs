namespace OrderCheck.Core.Knowledge;

/// <summary>An operation as it is charged and as it is coded: the two go together.</summary>
public sealed class CodedOperation : KnowledgeRow
{
    public required string Procedures { get; init; }

    /// <summary>Item codes and prefixes.</summary>
    public required string Items { get; init; }

    public required string Name { get; init; }

    /// <summary>False where one code has many items, of which the row knows only some: then only "charged and not coded" can be told.</summary>
    public required bool CodedMustBeCharged { get; init; }

    internal override string Sameness => $"{Procedures}|{Items}";
}
