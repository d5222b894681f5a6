namespace OrderCheck.Interop.Nhsa.Reading;

/// <summary>input.data of a 3103. In the order of <see cref="FieldLists"/>.</summary>
internal enum FeedbackField
{
    WarnType,
    Warnings,
    Data,
}
