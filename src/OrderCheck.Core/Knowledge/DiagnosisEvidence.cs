namespace OrderCheck.Core.Knowledge;

/// <summary>What must have been given, tested or done where a diagnosis is coded (有诊断无诊疗).</summary>
public sealed class DiagnosisEvidence : KnowledgeRow
{
    public required string Diagnoses { get; init; }

    /// <summary>Item codes and prefixes; one of them is enough.</summary>
    public required string Items { get; init; }

    /// <summary>The same in words.</summary>
    public required string Name { get; init; }

    internal override string Sameness => $"{Diagnoses}|{Items}";
}
