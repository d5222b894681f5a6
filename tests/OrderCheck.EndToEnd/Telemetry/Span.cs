using Google.Protobuf;

namespace OrderCheck.EndToEnd.Telemetry;

/// <summary>A span as it comes over the wire (OTLP, trace.proto).</summary>
/// <param name="TraceId">32 hexadecimal digits; the others 16, the parent "" for a root.</param>
internal sealed record Span(string TraceId, string Id, string ParentId, string Name)
{
    private const int ResourceSpans = 1;
    private const int ScopeSpans = 2;
    private const int Spans = 2;

    /// <summary>All spans of an ExportTraceServiceRequest.</summary>
    public static IReadOnlyList<Span> ReadAll(byte[] request) =>
    [
        .. Messages(request, ResourceSpans).SelectMany(static resource => Messages(resource, ScopeSpans))
            .SelectMany(static scope => Messages(scope, Spans)).Select(Read),
    ];

    private static Span Read(byte[] span)
    {
        string Hex(int field) => Convert.ToHexStringLower(Messages(span, field).FirstOrDefault() ?? []);
        return new Span(Hex(1), Hex(2), Hex(4), System.Text.Encoding.UTF8.GetString(Messages(span, 5).Single()));
    }

    /// <summary>The length-delimited fields of a message that have this number.</summary>
    private static List<byte[]> Messages(byte[] message, int field)
    {
        var found = new List<byte[]>();
        var input = new CodedInputStream(message);
        for (var tag = input.ReadTag(); tag != 0; tag = input.ReadTag())
        {
            if (WireFormat.GetTagFieldNumber(tag) == field && WireFormat.GetTagWireType(tag) == WireFormat.WireType.LengthDelimited)
                found.Add(input.ReadBytes().ToByteArray());
            else
                input.SkipLastField();
        }
        return found;
    }
}
