namespace OrderCheck.Core.Knowledge;

/// <summary>The item is paid for patients with one of these diagnoses only (限适应症、限病种).</summary>
public sealed class DiagnosisLimit : CodedRow, INamesDiagnoses
{
    /// <summary>The diagnoses in words: 急性缺血性脑血管疾病.</summary>
    public required string Diagnoses { get; init; }

    /// <summary>ICD-10 codes, prefixes and ranges as a reader sees them; null where the row names TCM codes alone.</summary>
    public string? IcdCodes => Icd?.Text;

    /// <summary>TCM diseases and syndromes; null for items that TCM diagnoses do not count for.</summary>
    public string? TcmCodes => Tcm?.Text;

    /// <summary>主要诊断 or 任一诊断: which of the patient's diagnoses may be it.</summary>
    public required string Position { get; init; }

    /// <summary>确诊, or 含疑似 where a suspected diagnosis is enough.</summary>
    public required string Certainty { get; init; }

    internal CodeRanges? Icd { get; init; }

    internal CodeRanges? Tcm { get; init; }

    CodeRanges? INamesDiagnoses.Icd => Icd;

    CodeRanges? INamesDiagnoses.Tcm => Tcm;

    internal override string Sameness => $"{IcdCodes}|{TcmCodes}|{Position}|{Certainty}";
}
