namespace OrderCheck.Core.Knowledge;

/// <summary>What a principal diagnosis must be (主要诊断): recorded in time, and not of these codes.</summary>
public sealed class PrincipalDiagnosis : KnowledgeRow
{
    /// <summary>Codes that may not be principal; null where the row gives hours.</summary>
    public string? Diagnoses { get; init; }

    /// <summary>It must be recorded within so many hours of admission; null where the row gives codes.</summary>
    public int? Hours { get; init; }

    internal override string Sameness => $"{Diagnoses}|{Hours}";
}
