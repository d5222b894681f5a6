namespace OrderCheck.Core.Grouping;

/// <summary>The group of one case. It refers to the scheme's own strings: making one allocates nothing.</summary>
/// <param name="Mdc">MDCA…MDCZ, or 0000.</param>
/// <param name="Adrg">Three characters, e.g. BR2, BQY or B00; 0000 where there is none.</param>
/// <param name="Drg">The ADRG and its division, e.g. BR21; BQY; 0000.</param>
/// <param name="Missing">Numbers that a rule asked for and the case does not have.</param>
public readonly record struct GroupResult(
    GroupingStatus Status,
    UngroupedCause Cause,
    string Mdc,
    string Adrg,
    string Drg,
    CaseNumbers Missing,
    CodeNotes Diagnoses,
    CodeNotes Procedures)
{
    /// <summary>未入组.</summary>
    public const string None = "0000";

    /// <summary>"" where the case has no MDC.</summary>
    public string MdcName { get; init; } = "";

    /// <summary>"" where the case has no ADRG.</summary>
    public string AdrgName { get; init; } = "";

    /// <summary>"" where the case has no DRG.</summary>
    public string DrgName { get; init; } = "";
}
