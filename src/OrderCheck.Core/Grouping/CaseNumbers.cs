namespace OrderCheck.Core.Grouping;

/// <summary>The numbers of a case that rules compare, by NHSA's names.</summary>
[Flags]
public enum CaseNumbers
{
    None = 0,

    /// <summary>NL: age in completed years.</summary>
    AgeYears = 1,

    /// <summary>XSRTL: age in days.</summary>
    AgeDays = 2,

    /// <summary>XSRTZ: birth weight in grams.</summary>
    BirthWeight = 4,

    /// <summary>XB: 1 male, 2 female.</summary>
    Sex = 8,

    /// <summary>ZYTS: length of stay in days, in schemes that split on it.</summary>
    StayDays = 16,
}
