namespace OrderCheck.Interop.Nhsa.Reading;

/// <summary>An order or charge line. In the order of <see cref="FieldLists"/>.</summary>
internal enum LineField
{
    Id,
    Prescription,
    Group,
    LongTerm,
    Kind,
    Behaviour,
    Code,
    Name,
    HospitalCode,
    HospitalName,
    Quantity,
    Price,
    Amount,
    Unit,
    StartAt,
    StopAt,
    Department,
    Doctor,
    Title,
    Current,
    VisitId,
}
