using OrderCheck.Core.Encounters;

namespace OrderCheck.Interop.Nhsa.Reading;

/// <summary>A visit as it was read.</summary>
internal sealed class ReadVisit
{
    /// <summary>Of the visit in the body.</summary>
    public required string Path { get; init; }

    public string? Id { get; set; }

    public string? PatientId { get; set; }

    public int? FacilityLevel { get; set; }

    public string? FacilityType { get; set; }

    public StayDetails Stay { get; set; } = new();

    public DateTimeOffset? AdmittedAt { get; set; }

    public DateTimeOffset? DischargedAt { get; set; }

    /// <summary>Where dscg_date stands, for whoever counts it.</summary>
    public string DischargePath { get; set; } = "";

    public string? MainDiagnosis { get; set; }

    public string? MainDiagnosisName { get; set; }

    public string? AdmittingDepartment { get; set; }

    public string? DischargingDepartment { get; set; }

    /// <summary>Our word of med_mdtrt_type.</summary>
    public string? VisitKind { get; set; }

    public bool SelfPay { get; set; }

    public PregnancyState? Pregnancy { get; set; }

    public Children Children { get; } = new();
}
