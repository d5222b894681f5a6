using Google.Protobuf;
using OrderCheck.Core.Checks;
using OrderCheck.Core.Encounters;
using OrderCheck.Core.Orders;
using OrderCheck.Ledger.Checks;
using Proto = OrderCheck.Protocol.V1;

namespace OrderCheck.Ledger.Wire;

/// <summary>A check's inputs as they lie in the store.</summary>
public static class CheckInputsCodec
{
    /// <summary>Protocol Buffers' encoding of "field orders, with its length before it".</summary>
    private const byte OrdersTag = (Proto.CheckInputs.OrdersFieldNumber << 3) | (byte)WireFormat.WireType.LengthDelimited;

    /// <summary>The tag and five bytes of a length.</summary>
    private const int MostOfAHead = 6;

    [ThreadStatic]
    private static Proto.Order? _order;

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
        message.ChargesRecorded = inputs.ChargesRecorded;
        foreach (var charge in inputs.ChargesRecorded > 0 ? [] : inputs.Charges)
            message.Charges.Add(FactWriter.Charge(charge));
        if (inputs.Request.Reader is { } reader)
            message.Reader = RoleNames.Write(reader);
        message.ShownBefore.AddRange(inputs.Request.ShownBefore);
        message.LateOrderIds.AddRange(inputs.LateOrderIds);
        message.LateChargeIds.AddRange(inputs.LateChargeIds);
        foreach (var fact in inputs.Reported)
            message.Reported.Add(EntryCodec.Body(fact));
        message.ChangedOrderIds.AddRange(inputs.ChangedOrderIds);
        return Bytes(message, inputs.Request.Orders);
    }

    /// <summary>
    /// The orders are most of it, and each is written as soon as it is made, out of one message that serves for all: a call of
    /// 50 orders leaves nothing behind but the bytes.
    /// </summary>
    private static byte[] Bytes(Proto.CheckInputs message, IReadOnlyList<Order> orders)
    {
        var buffer = ThreadBuffer.Take();
        var scratch = _order ??= new Proto.Order();
        for (var i = 0; i < orders.Count; i++)
        {
            var size = OrderWriter.Fill(scratch, orders[i]).CalculateSize();
            var head = buffer.GetSpan(MostOfAHead);
            head[0] = OrdersTag;
            var end = 1;
            for (var rest = (uint)size; ; rest >>= 7)
            {
                head[end++] = (byte)(rest < 0x80 ? rest : (rest & 0x7F) | 0x80);
                if (rest < 0x80)
                    break;
            }
            buffer.Advance(end);
            scratch.WriteTo(buffer);
        }
        message.WriteTo(buffer);
        return ThreadBuffer.Return(buffer);
    }

    /// <exception cref="InvalidDataException">Not what <see cref="Write"/> writes.</exception>
    public static CheckInputs Read(ReadOnlyMemory<byte> bytes)
    {
        var message = Parse(bytes);
        var reader = FieldReader.ForLedger();
        var orders = message.Orders.Select(order => OrderReader.Read(reader, order)).ToList();
        var charges = message.Charges.Select(charge => ChargeReader.Read(reader, charge)).ToList();
        Fact[] reported = [.. message.Reported.Select((fact, index) => EntryCodec.ReadFact(reader, index, fact))];
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
            Reported = reported,
            ChangedOrderIds = [.. message.ChangedOrderIds],
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
