using Google.Protobuf;
using OrderCheck.Core.Charges;
using OrderCheck.Core.Encounters;
using OrderCheck.Core.Findings;
using OrderCheck.Core.Identity;
using OrderCheck.Core.Orders;
using Kind = OrderCheck.Protocol.V1.EntryBody.FactOneofCase;
using Proto = OrderCheck.Protocol.V1;

namespace OrderCheck.Ledger.Wire;

/// <summary>One fact as the bytes that lie in the ledger: an EntryBody of layout 1, without any name.</summary>
public sealed class EntryCodec : IEntryCodec
{
    public const int Layout = 1;

    private const int UsualSize = 1024;

    [ThreadStatic]
    private static Proto.EntryBody? _ofCharge;

    [ThreadStatic]
    private static byte[]? _buffer;

    public byte[] Encode(Fact fact, Caller by, DateTimeOffset recordedAt)
    {
        var body = Body(fact, by, recordedAt);
        var bytes = new byte[body.CalculateSize()];
        body.WriteTo(bytes.AsSpan());
        return bytes;
    }

    public ReadOnlySpan<byte> EncodeForNow(Fact fact, Caller by, DateTimeOffset recordedAt)
    {
        var body = Body(fact, by, recordedAt);
        var size = body.CalculateSize();
        if (_buffer is null || _buffer.Length < size)
            _buffer = new byte[Math.Max(size, UsualSize)];
        var bytes = _buffer.AsSpan(0, size);
        body.WriteTo(bytes);
        return bytes;
    }

    private static Proto.EntryBody Body(Fact fact, Caller by, DateTimeOffset recordedAt)
    {
        // Charges come by the million: one message a thread serves them all.
        var body = fact is Charge ? _ofCharge ??= new Proto.EntryBody { Charge = new() } : new Proto.EntryBody();
        body.Layout = Layout;
        body.RecordedAt = Timestamps.Write(recordedAt);
        body.Role = RoleNames.Write(by.Role);
        body.Department = by.Department;
        body.Person = by.Person;
        if (fact is Charge charge)
            ChargeWriter.Write(charge, body.Charge);
        else
            SetFact(body, fact);
        return body;
    }

    /// <exception cref="InvalidDataException">The bytes are no entry of a known layout; the message names the entry, never its content.</exception>
    public RecordedFact Decode(long sequence, ReadOnlyMemory<byte> body, string hospital)
    {
        Proto.EntryBody entry;
        try
        {
            entry = Proto.EntryBody.Parser.ParseFrom(body.Span);
        }
        catch (InvalidProtocolBufferException e)
        {
            throw new InvalidDataException($"Ledger entry {sequence} is not an EntryBody.", e);
        }

        if (entry.Layout != Layout)
            throw new InvalidDataException($"Ledger entry {sequence} has layout {entry.Layout}; this program reads layout {Layout}. Was it written by a newer version?");
        if (!RoleNames.TryRead(entry.Role, out var role))
            throw new InvalidDataException($"Ledger entry {sequence} was recorded by a role that is not known here.");
        var reader = FieldReader.ForLedger();
        var recordedAt = reader.Time("recorded_at", entry.RecordedAt);
        var fact = ReadFact(reader, sequence, entry, recordedAt);
        if (reader.Violations.Count > 0)
            throw new InvalidDataException($"Ledger entry {sequence} is not well-formed at {reader.Violations[0].Path}.");
        return new RecordedFact(sequence, fact, recordedAt, new Caller(hospital, role, entry.Department, entry.Person));
    }

    /// <summary>The fact alone, as it lies beside a check that assumed it.</summary>
    internal static Proto.EntryBody Body(Fact fact)
    {
        var body = new Proto.EntryBody();
        SetFact(body, fact);
        return body;
    }

    /// <summary>See <see cref="Body(Fact)"/>.</summary>
    /// <param name="place">In its list, for messages.</param>
    internal static Fact ReadFact(FieldReader reader, int place, Proto.EntryBody body) => ReadFact(reader, place, body, default);

    internal static void SetFact(Proto.EntryBody body, Fact fact)
    {
        switch (fact)
        {
            case EncounterFact f: body.Event = FactWriter.Event(f); break;
            case OrderSigned f: body.Signed = new() { Order = FactWriter.Order(f.Order), CheckId = f.CheckId ?? "", Covered = f.Covered }; break;
            case OrderVerified f: body.Verified = FactWriter.Action(f); break;
            case OrderReturned f: body.Returned = FactWriter.Action(f); break;
            case OrderExecuted f: body.Executed = FactWriter.Action(f); break;
            case OrderStopped f: body.Stopped = FactWriter.Action(f); break;
            case OrderCancelled f: body.Cancelled = FactWriter.Action(f); break;
            case OrderSuperseded f: body.Superseded = FactWriter.Supersession(f); break;
            case Charge f: body.Charge = FactWriter.Charge(f); break;
            case DecisionRecorded f: body.Decision = FactWriter.Decision(f); break;
            case LateJudged f: body.Late = Late(f); break;
            default: throw new ArgumentException($"{fact.GetType().Name} has no message.", nameof(fact));
        }
    }

    private static Fact ReadFact(FieldReader reader, long sequence, Proto.EntryBody body, DateTimeOffset recordedAt) => body.FactCase switch
    {
        Kind.Event => EventReader.Read(reader, body.Event),
        Kind.Signed => OrderReader.Signed(OrderReader.Read(reader, body.Signed.Order), reader.Code("check_id", body.Signed.CheckId), body.Signed.Covered),
        Kind.Verified => ActionReader.Read(reader, OrderActionKind.Verify, body.Verified),
        Kind.Returned => ActionReader.Read(reader, OrderActionKind.Return, body.Returned),
        Kind.Executed => ActionReader.Read(reader, OrderActionKind.Execute, body.Executed),
        Kind.Stopped => ActionReader.Read(reader, OrderActionKind.Stop, body.Stopped),
        Kind.Cancelled => ActionReader.Read(reader, OrderActionKind.Cancel, body.Cancelled),
        Kind.Superseded => ActionReader.Read(reader, body.Superseded),
        Kind.Charge => ChargeReader.Read(reader, body.Charge),
        Kind.Decision => DecisionReader.Read(reader, body.Decision),
        Kind.Late => Late(reader, body.Late, recordedAt),
        _ => throw new InvalidDataException($"Ledger entry {sequence} holds a kind of fact that is not known here."),
    };

    private static Proto.LateJudgement Late(LateJudged fact) => new()
    {
        Id = fact.Id,
        OrderIds = { fact.OrderIds },
        ChargeIds = { fact.ChargeIds },
        CheckId = fact.CheckId,
        FindingCount = fact.FindingCount,
    };

    /// <summary>A late judgement happens when it is recorded.</summary>
    private static LateJudged Late(FieldReader reader, Proto.LateJudgement late, DateTimeOffset recordedAt) =>
        new([.. late.OrderIds], [.. late.ChargeIds], late.CheckId, late.FindingCount) { Id = reader.Id("id", late.Id), OccurredAt = recordedAt };
}
