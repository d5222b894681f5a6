namespace OrderCheck.Core.Knowledge;

/// <summary>The highest price of a billed unit.</summary>
public sealed class PriceCeiling : KnowledgeRow
{
    /// <summary>The facility level that it is for, 1 to 3; null: every level.</summary>
    public int? Level { get; init; }

    /// <summary>Yuan per <see cref="Unit"/>.</summary>
    public required decimal Ceiling { get; init; }

    /// <summary>The billed unit; null where the source names none.</summary>
    public string? Unit { get; init; }

    internal override string Sameness => $"{Level}|{Ceiling}|{Unit}";
}
