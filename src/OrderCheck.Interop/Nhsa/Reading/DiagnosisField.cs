namespace OrderCheck.Interop.Nhsa.Reading;

/// <summary>A diagnosis. In the order of <see cref="FieldLists"/>.</summary>
internal enum DiagnosisField
{
    Id,
    Side,
    Main,
    Code,
    Name,
    At,
    VisitId,
}
