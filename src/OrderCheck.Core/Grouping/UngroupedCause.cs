namespace OrderCheck.Core.Grouping;

/// <summary>Why a case has no group (0000).</summary>
public enum UngroupedCause
{
    /// <summary>It has one.</summary>
    None,

    PrincipalDiagnosisMissing,

    /// <summary>The principal diagnosis is in no code table of the scheme.</summary>
    PrincipalDiagnosisUnknown,

    /// <summary>The principal diagnosis is a grey code (灰码): not for use as principal, in no MDC.</summary>
    PrincipalDiagnosisGrey,

    /// <summary>A rule asked for an age, weight, sex or length of stay that the case does not have.</summary>
    DataMissing,

    /// <summary>No MDC takes this case.</summary>
    NoMdc,

    /// <summary>An MDC takes the case, none of its groups does, and the scheme goes on.</summary>
    NoAdrgInMdc,

    /// <summary>The group has no division for this case.</summary>
    NoDrgInAdrg,
}
