namespace OrderCheck.Core.Knowledge;

/// <summary>How large a prescription of herb pieces may be (大处方). A limit that is null is not set.</summary>
public sealed class HerbPrescriptionLimit : KnowledgeRow
{
    /// <summary>味数: different pieces, at most.</summary>
    public int? MaxPieces { get; init; }

    /// <summary>Grams of all pieces in a day's set, at most.</summary>
    public decimal? MaxGramsPerSet { get; init; }

    /// <summary>Grams of all pieces in all sets, at most.</summary>
    public decimal? MaxGrams { get; init; }

    internal override string? ToldOnceAs => "处方";

    internal override string Sameness => $"{MaxPieces}|{MaxGramsPerSet}|{MaxGrams}";
}
