namespace OrderCheck.Core.Grouping.Language;

/// <summary>The codes of a case that a rule looks at, by NHSA's names.</summary>
[Flags]
public enum CodeVariables
{
    None = 0,

    /// <summary>ZYZD.</summary>
    PrincipalDiagnosis = 1,

    /// <summary>QTZD.</summary>
    OtherDiagnoses = 2,

    /// <summary>ZYSS.</summary>
    PrincipalProcedure = 4,

    /// <summary>QTSS.</summary>
    OtherProcedures = 8,

    Diagnoses = PrincipalDiagnosis | OtherDiagnoses,
    Procedures = PrincipalProcedure | OtherProcedures,
}
