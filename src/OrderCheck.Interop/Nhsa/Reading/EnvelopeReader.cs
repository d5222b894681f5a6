namespace OrderCheck.Interop.Nhsa.Reading;

/// <summary>Reads what is around the input of every transaction.</summary>
internal sealed class EnvelopeReader(ReadingContext context)
{
    public delegate void InputReader(ref JsonWalk walk);

    public NhsaEnvelope Envelope { get; private set; } = new("", "", "", "", "");

    public DateTimeOffset? AskedAt { get; private set; }

    /// <param name="readInput">Reads the value of input.</param>
    public void Read(ref JsonWalk walk, InputReader readInput)
    {
        walk.Begin();
        walk.Enter(out var entered);
        if (!entered)
            throw walk.Refuse("对象{…}");
        var (seen, hasInput) = (0UL, false);
        for (var slot = walk.Member(context.Fields.Envelope, ref seen); slot != JsonWalk.End; slot = walk.Member(context.Fields.Envelope, ref seen))
        {
            hasInput |= slot == (int)EnvelopeField.Input;
            Set((EnvelopeField)slot, ref walk, readInput);
        }
        if (!hasInput)
            throw walk.Lacking(context.Fields.Envelope.Name((int)EnvelopeField.Input), "应为对象{\"data\":{…}}");
        walk.Finish();
    }

    private void Set(EnvelopeField field, ref JsonWalk walk, InputReader readInput)
    {
        switch (field)
        {
            case EnvelopeField.InfNo: Envelope = Envelope with { InfNo = walk.Id() ?? "" }; break;
            case EnvelopeField.MessageId: Envelope = Envelope with { MessageId = walk.Id() ?? "" }; break;
            case EnvelopeField.OperatorKind: Envelope = Envelope with { OperatorKind = walk.Id() ?? "" }; break;
            case EnvelopeField.Operator: Envelope = Envelope with { Operator = walk.Id() ?? "" }; break;
            case EnvelopeField.Hospital: Envelope = Envelope with { FixmedinsCode = walk.Id() ?? "" }; break;
            case EnvelopeField.AskedAt: AskedAt = walk.Time(context.Zone, context.Events); break;
            default: readInput(ref walk); break;
        }
    }
}
