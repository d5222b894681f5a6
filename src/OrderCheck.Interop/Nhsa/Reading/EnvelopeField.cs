namespace OrderCheck.Interop.Nhsa.Reading;

/// <summary>Around the input of every transaction. In the order of <see cref="FieldLists"/>.</summary>
internal enum EnvelopeField
{
    InfNo,
    MessageId,
    OperatorKind,
    Operator,
    AskedAt,
    Hospital,
    Input,
}
