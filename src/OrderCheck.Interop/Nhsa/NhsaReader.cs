using System.Text;
using System.Text.Json;
using OrderCheck.Core.Regions;
using OrderCheck.Interop.Nhsa.Reading;
using OrderCheck.Interop.Nhsa.Wire;

namespace OrderCheck.Interop.Nhsa;

/// <summary>
/// Reads the bodies of NHSA's transactions. What leaves the specification and can be understood is tolerated and counted; what
/// cannot comes back as a fault. It never throws because of what a caller sent.
/// </summary>
public static class NhsaReader
{
    /// <summary>A 3101 or 3102.</summary>
    /// <param name="charset">As the caller declared it; null where it declared none: UTF-8.</param>
    /// <param name="zone">The hospital's: times in bodies are its local time.</param>
    /// <param name="now">The time of the call.</param>
    public static NhsaReading<NhsaRequest> ReadAudit(ReadOnlyMemory<byte> body, string? charset, RegionProfile profile, TimeZoneInfo zone, DateTimeOffset now)
    {
        return Read<DataNode, NhsaRequest>(body, charset, profile, zone, now, static (node, envelope, askedAt, context) =>
        {
            var audit = new AuditReader(context);
            (audit.Body.Envelope, audit.Body.AskedAt) = (envelope, askedAt);
            foreach (var input in EnvelopeReader.Input(node, context))
                audit.Read(input);
            return new Assembly(audit.Body, context).Request();
        });
    }

    /// <summary>A 3103.</summary>
    /// <inheritdoc cref="ReadAudit"/>
    public static NhsaReading<NhsaFeedback> ReadFeedback(ReadOnlyMemory<byte> body, string? charset, RegionProfile profile, TimeZoneInfo zone, DateTimeOffset now)
    {
        return Read<FeedbackNode, NhsaFeedback>(body, charset, profile, zone, now, static (node, envelope, _, context) =>
        {
            var feedback = new FeedbackReader(context);
            foreach (var input in EnvelopeReader.Input(node, context))
                feedback.Read(input);
            return feedback.Feedback(envelope);
        });
    }

    private static NhsaReading<T> Read<TInput, T>(
        ReadOnlyMemory<byte> body, string? charset, RegionProfile profile, TimeZoneInfo zone, DateTimeOffset now,
        Func<EnvelopeNode<TInput>, NhsaEnvelope, DateTimeOffset?, ReadingContext, T> read)
        where TInput : NhsaNode
        where T : class
    {
        var (utf8, messageId, tolerance) = (body, "", new Tolerance());
        try
        {
            utf8 = BodyText.ToUtf8(body, charset, tolerance);
            var values = new BodyValues(utf8, tolerance);
            var context = new ReadingContext(values, profile, zone, now);
            var node = values.Root(Deserialize<TInput>(utf8.Span, context.Fields, ref messageId));
            values.Enter(context.Fields.Envelope, node);
            var envelope = EnvelopeReader.Read(node, context, out var askedAt);
            messageId = envelope.MessageId;
            return new NhsaReading<T>(read(node, envelope, askedAt, context), null);
        }
        catch (NotUnderstoodException unclear)
        {
            var (line, column) = Place(utf8.Span, unclear.At);
            return new NhsaReading<T>(null, new NhsaFault(unclear.Path, unclear.Message, messageId, line, column));
        }
    }

    private static NhsaNodes<EnvelopeNode<TInput>> Deserialize<TInput>(ReadOnlySpan<byte> utf8, ProfileFields fields, ref string messageId)
        where TInput : NhsaNode
    {
        try
        {
            return JsonSerializer.Deserialize(utf8, fields.Json<NhsaNodes<EnvelopeNode<TInput>>>())!;
        }
        catch (JsonException)
        {
            var broken = BrokenJson.Find(utf8, fields);
            messageId = broken.MessageId;
            throw new NotUnderstoodException(
                broken.Path, $"{(broken.Path.Length > 0 ? broken.Path : "报文")}：此处不是有效的JSON，或嵌套超过{NhsaWire.Deepest}层", broken.At);
        }
    }

    private static (int Line, int Column) Place(ReadOnlySpan<byte> body, long at)
    {
        if (at == 0)
            return (0, 0);
        var before = body[..(int)Math.Min(at, body.Length)];
        return (before.Count((byte)'\n') + 1, Encoding.UTF8.GetCharCount(before[(before.LastIndexOf((byte)'\n') + 1)..]) + 1);
    }
}
