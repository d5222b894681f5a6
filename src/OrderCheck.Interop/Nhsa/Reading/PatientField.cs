namespace OrderCheck.Interop.Nhsa.Reading;

/// <summary>A patient of a 3101. In the order of <see cref="FieldLists"/>.</summary>
internal enum PatientField
{
    Id,
    Name,
    Sex,
    BirthDate,
    CurrentVisit,
    Visits,
    Diagnoses,
    Lines,
    Operations,
}
