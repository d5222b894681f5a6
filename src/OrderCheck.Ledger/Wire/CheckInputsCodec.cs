using Google.Protobuf;
using OrderCheck.Core.Checks;
using OrderCheck.Ledger.Checks;
using Proto = OrderCheck.Protocol.V1;

namespace OrderCheck.Ledger.Wire;

/// <summary>A check's inputs as they lie in the store.</summary>
public static class CheckInputsCodec
{
    public static byte[] Write(CheckInputs inputs)
    {
        var message = new Proto.CheckInputs
        {
            Stage = (int)inputs.Request.Stage,
            MaxCards = inputs.Request.MaxCards,
            LedgerSequence = inputs.LedgerSequence,
            MayBeStale = inputs.MayBeStale,
            NotJudged = !inputs.Judged,
            Shadow = inputs.Shadow,
            History = History(inputs.History),
        };
        foreach (var order in inputs.Request.Orders)
            message.Orders.Add(FactWriter.Order(order));
        message.ChargesRecorded = inputs.ChargesRecorded;
        foreach (var charge in inputs.ChargesRecorded > 0 ? [] : inputs.Charges)
            message.Charges.Add(FactWriter.Charge(charge));
        if (inputs.Request.Reader is { } reader)
            message.Reader = RoleNames.Write(reader);
        message.ShownBefore.AddRange(inputs.Request.ShownBefore);
        message.LateOrderIds.AddRange(inputs.LateOrderIds);
        message.LateChargeIds.AddRange(inputs.LateChargeIds);
        return message.ToByteArray();
    }

    /// <exception cref="InvalidDataException">Not what <see cref="Write"/> writes.</exception>
    public static CheckInputs Read(ReadOnlyMemory<byte> bytes)
    {
        var message = Parse(bytes);
        var reader = FieldReader.ForLedger();
        var orders = message.Orders.Select(order => OrderReader.Read(reader, order)).ToList();
        var charges = message.Charges.Select(charge => ChargeReader.Read(reader, charge)).ToList();
        if (reader.Violations.Count > 0)
            throw new InvalidDataException($"A check's recorded inputs are not well-formed at {reader.Violations[0].Path}.");
        return new CheckInputs(new CheckRequest(orders, (Stage)message.Stage, message.MaxCards)
        {
            ShownBefore = [.. message.ShownBefore],
            Reader = message.Reader.Length == 0 ? null : RoleNames.Read(message.Reader),
        })
        {
            Charges = charges,
            ChargesRecorded = message.ChargesRecorded,
            LedgerSequence = message.LedgerSequence,
            MayBeStale = message.MayBeStale,
            Judged = !message.NotJudged,
            Shadow = message.Shadow,
            History = message.History is { } history
                ? new HistoryInputs(history.Version, [.. history.Encounters.Select(point => (point.Encounter, point.Sequence))], history.MayBeStale)
                : null,
            LateOrderIds = [.. message.LateOrderIds],
            LateChargeIds = [.. message.LateChargeIds],
        };
    }

    private static Proto.HistoryInputs? History(HistoryInputs? history)
    {
        if (history is null)
            return null;
        var message = new Proto.HistoryInputs { Version = history.Version, MayBeStale = history.MayBeStale };
        foreach (var (encounter, sequence) in history.Encounters)
            message.Encounters.Add(new Proto.EncounterPoint { Encounter = encounter, Sequence = sequence });
        return message;
    }

    private static Proto.CheckInputs Parse(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            return Proto.CheckInputs.Parser.ParseFrom(bytes.Span);
        }
        catch (InvalidProtocolBufferException e)
        {
            throw new InvalidDataException("A check's recorded inputs are not a CheckInputs.", e);
        }
    }
}
