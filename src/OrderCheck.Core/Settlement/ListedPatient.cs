using OrderCheck.Core.Encounters;

namespace OrderCheck.Core.Settlement;

/// <summary>一、基本信息. Null: not filled in.</summary>
public sealed record ListedPatient
{
    /// <summary>gend.</summary>
    public Sex? Sex { get; init; }

    /// <summary>brdy.</summary>
    public DateTimeOffset? BirthTime { get; init; }

    /// <summary>age: completed years at admission.</summary>
    public int? AgeYears { get; init; }

    /// <summary>nwb_age: days at admission, of who is younger than a year.</summary>
    public int? AgeDays { get; init; }

    /// <summary>nwb_bir_wt, grams.</summary>
    public int? BirthWeightGrams { get; init; }

    /// <summary>nwb_adm_wt, grams.</summary>
    public int? AdmissionWeightGrams { get; init; }

    /// <summary>hi_type: NHSA insutype.</summary>
    public string? InsuType { get; init; }
}
