namespace OrderCheck.Interop.Nhsa.Reading;

/// <summary>A user's answer to one warning. In the order of <see cref="FieldLists"/>.</summary>
internal enum WarningField
{
    Id,
    Way,
    Reason,
}
