using System.Text;
using OrderCheck.Core.Regions;
using OrderCheck.Interop.Nhsa.Reading;

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
        var (context, tolerance) = (new ReadingContext(profile, zone, now), new Tolerance());
        var (envelope, audit) = (new EnvelopeReader(context), new AuditReader(context));
        return Read(body, charset, envelope, audit.ReadInput, tolerance, () =>
        {
            audit.Body.Envelope = envelope.Envelope;
            audit.Body.AskedAt = envelope.AskedAt;
            return new Assembly(audit.Body, context, tolerance).Request();
        });
    }

    /// <summary>A 3103.</summary>
    /// <inheritdoc cref="ReadAudit"/>
    public static NhsaReading<NhsaFeedback> ReadFeedback(ReadOnlyMemory<byte> body, string? charset, RegionProfile profile, TimeZoneInfo zone, DateTimeOffset now)
    {
        var (context, tolerance) = (new ReadingContext(profile, zone, now), new Tolerance());
        var (envelope, feedback) = (new EnvelopeReader(context), new FeedbackReader(context));
        return Read(body, charset, envelope, feedback.ReadInput, tolerance, () => feedback.Feedback(envelope.Envelope, tolerance));
    }

    private static NhsaReading<T> Read<T>(
        ReadOnlyMemory<byte> body, string? charset, EnvelopeReader envelope, EnvelopeReader.InputReader readInput, Tolerance tolerance, Func<T> assemble)
        where T : class
    {
        var utf8 = body;
        try
        {
            utf8 = BodyText.ToUtf8(body, charset, tolerance);
            var walk = new JsonWalk(utf8.Span, tolerance);
            envelope.Read(ref walk, readInput);
            return new NhsaReading<T>(assemble(), null);
        }
        catch (NotUnderstoodException unclear)
        {
            var (line, column) = Place(utf8.Span, unclear.At);
            return new NhsaReading<T>(null, new NhsaFault(unclear.Path, unclear.Message, envelope.Envelope.MessageId, line, column));
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
