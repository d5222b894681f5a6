using OrderCheck.Core.Encounters;

namespace OrderCheck.Interop.Nhsa.Reading;

/// <summary>A visit as it was read.</summary>
internal sealed class ReadVisit
{
    /// <summary>Of the visit in the body.</summary>
    public required string Path { get; init; }

    public string? Id { get; set; }

    public string? PatientId { get; init; }

    public int? FacilityLevel { get; init; }

    public string? FacilityType { get; init; }

    public required StayDetails Stay { get; init; }

    public DateTimeOffset? AdmittedAt { get; init; }

    public DateTimeOffset? DischargedAt { get; init; }

    /// <summary>Where dscg_date stands, for whoever counts it.</summary>
    public string DischargePath { get; init; } = "";

    public string? MainDiagnosis { get; init; }

    public string? MainDiagnosisName { get; init; }

    public PregnancyState? Pregnancy { get; init; }

    public Children Children { get; } = new();
}
