using OrderCheck.Interop.Nhsa.Wire;

namespace OrderCheck.Interop.Nhsa.Reading;

/// <summary>Reads what is around the input of every transaction.</summary>
internal static class EnvelopeReader
{
    public static NhsaEnvelope Read<TInput>(EnvelopeNode<TInput> node, ReadingContext context, out DateTimeOffset? askedAt)
        where TInput : NhsaNode
    {
        var values = context.Values;
        var envelope = new NhsaEnvelope(
            InfNo: values.At(EnvelopeField.InfNo, node.Infno).Id() ?? "",
            MessageId: values.At(EnvelopeField.MessageId, node.Msgid).Id() ?? "",
            FixmedinsCode: values.At(EnvelopeField.Hospital, node.FixmedinsCode).Id() ?? "",
            Operator: values.At(EnvelopeField.Operator, node.Opter).Id() ?? "",
            OperatorKind: values.At(EnvelopeField.OperatorKind, node.OpterType).Id() ?? "");
        askedAt = values.At(EnvelopeField.AskedAt, node.InfTime).Time(context.Zone, context.Events);
        return envelope;
    }

    /// <summary>The objects that stand for input.</summary>
    public static IEnumerable<TInput> Input<TInput>(EnvelopeNode<TInput> node, ReadingContext context)
        where TInput : NhsaNode =>
        node.Input is { } input
            ? context.Values.One(EnvelopeField.Input, input)
            : throw context.Values.Lacking(EnvelopeField.Input, node, "应为对象{\"data\":{…}}");
}
