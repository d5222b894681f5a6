namespace OrderCheck.Interop.Nhsa.Reading;

/// <summary>A visit of a patient. In the order of <see cref="FieldLists"/>.</summary>
internal enum VisitField
{
    Id,
    FacilityType,
    FacilityLevel,
    Ward,
    Bed,
    AdmittedAt,
    DischargedAt,
    MainDiagnosis,
    MainDiagnosisName,
    Diagnoses,
    Doctor,
    AdmittingDepartment,
    DischargingDepartment,
    VisitKind,
    MedType,
    Lines,
    Pregnancy,
    InsuranceType,
    Reimbursed,
    Operations,
    PatientId,
}
