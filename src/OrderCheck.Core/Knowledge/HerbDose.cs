namespace OrderCheck.Core.Knowledge;

/// <summary>How much of a herb piece a day's set may hold (用法与用量).</summary>
public sealed class HerbDose : KnowledgeRow
{
    /// <summary>Grams in a day's set, at most.</summary>
    public required decimal MaxGrams { get; init; }

    internal override string Sameness => $"{MaxGrams}";
}
