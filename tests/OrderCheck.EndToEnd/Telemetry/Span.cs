namespace OrderCheck.EndToEnd.Telemetry;

/// <summary>A span as it comes over the wire (OTLP, trace.proto).</summary>
/// <param name="TraceId">32 hexadecimal digits; the others 16, the parent "" for a root.</param>
internal sealed record Span(string TraceId, string Id, string ParentId, string Name)
{
    private const int ResourceSpans = 1;
    private const int ScopeSpans = 2;
    private const int Spans = 2;

    /// <summary>All spans of an ExportTraceServiceRequest.</summary>
    public static IReadOnlyList<Span> ReadAll(byte[] request) => [.. OtlpFields.Of(request, ResourceSpans, ScopeSpans, Spans).Select(Read)];

    private static Span Read(byte[] span)
    {
        string Hex(int field) => Convert.ToHexStringLower(OtlpFields.First(span, field));
        return new Span(Hex(1), Hex(2), Hex(4), OtlpFields.Text(span, 5));
    }
}
