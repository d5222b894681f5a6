namespace OrderCheck.Core.Grouping;

/// <summary>Questions that the official texts leave open and cities answer differently.</summary>
public enum PolicySwitch
{
    /// <summary>qyEnabled: whether QY groups are used.</summary>
    QyEnabled,

    /// <summary>opAllSet: which list OP_ALL stands for; sources differ.</summary>
    OpAllSet,

    /// <summary>unmatchedInMdc: whether a case that fits no group of its MDC ends there as X00, or goes on.</summary>
    UnmatchedInMdc,

    /// <summary>sexMismatchQy: whether a principal diagnosis of the other sex's organs ends as MQY.</summary>
    SexMismatchQy,

    /// <summary>mdcoFemaleOnly: whether MDCO takes women only.</summary>
    MdcoFemaleOnly,

    /// <summary>newbornNonP: whether a newborn that fits no group of MDCP ends as PQY or as P00.</summary>
    NewbornNonP,

    /// <summary>hivAnyDiagnosis: whether MDCY asks all diagnoses or the principal one only.</summary>
    HivAnyDiagnosis,
}
