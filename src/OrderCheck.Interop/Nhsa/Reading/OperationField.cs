namespace OrderCheck.Interop.Nhsa.Reading;

/// <summary>An operation. In the order of <see cref="FieldLists"/>.</summary>
internal enum OperationField
{
    Id,
    Code,
    Name,
    Main,
    At,
    Doctor,
    VisitId,
}
