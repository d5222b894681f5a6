namespace OrderCheck.Core.Knowledge;

/// <summary>The highest price of a billed unit, or what is paid of it at most.</summary>
public sealed class PriceCeiling : KnowledgeRow
{
    /// <summary>限价: nothing above it may be charged.</summary>
    public const string Highest = "限价";

    /// <summary>支付标准: what is charged above it is not paid by the insurance.</summary>
    public const string PayStandard = "支付标准";

    /// <summary><see cref="Highest"/> or <see cref="PayStandard"/>.</summary>
    public string Kind { get; init; } = Highest;

    /// <summary>The facility level that it is for, 1 to 3; null: every level.</summary>
    public int? Level { get; init; }

    /// <summary>Yuan per <see cref="Unit"/>.</summary>
    public required decimal Ceiling { get; init; }

    /// <summary>The billed unit; null where the source names none.</summary>
    public string? Unit { get; init; }

    internal override string Sameness => Kind == Highest ? $"{Level}|{Ceiling}|{Unit}" : $"{Level}|{Ceiling}|{Unit}|{Kind}";
}
