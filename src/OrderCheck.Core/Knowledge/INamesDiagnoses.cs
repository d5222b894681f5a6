namespace OrderCheck.Core.Knowledge;

/// <summary>A row that diagnoses are compared with.</summary>
internal interface INamesDiagnoses
{
    /// <summary>ICD-10; null where the row names none.</summary>
    CodeRanges? Icd { get; }

    /// <summary>TCM diseases and syndromes; null where the row names none.</summary>
    CodeRanges? Tcm { get; }
}
