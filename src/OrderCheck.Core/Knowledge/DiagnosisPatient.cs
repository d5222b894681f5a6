namespace OrderCheck.Core.Knowledge;

/// <summary>Whom a diagnosis can be of (诊断与性别、年龄).</summary>
public sealed class DiagnosisPatient : KnowledgeRow
{
    public required string Diagnoses { get; init; }

    /// <summary>男 or 女; null: either.</summary>
    public string? Sex { get; init; }

    /// <summary>Inclusive.</summary>
    public int? MinAge { get; init; }

    /// <summary>Inclusive.</summary>
    public int? MaxAge { get; init; }

    /// <summary>岁, 月 or 天.</summary>
    public required string AgeUnit { get; init; }

    /// <summary>"0–28天", "≥10岁"; for the reader.</summary>
    public string Range => (MinAge, MaxAge) switch
    {
        ({ } min, { } max) => $"{min}–{max}{AgeUnit}",
        ({ } min, null) => $"≥{min}{AgeUnit}",
        (null, { } max) => $"≤{max}{AgeUnit}",
        _ => "不限",
    };

    internal override string Sameness => $"{Diagnoses}|{Sex}|{Range}";
}
