using System.Buffers;
using System.Text.Json;

namespace OrderCheck.Interop.Nhsa.Relay;

/// <summary>One row of output.result, whoever wrote it: what it is compared by, and its JSON as it was.</summary>
public sealed record ResultRow
{
    /// <summary>jr_id; "" where the row has none.</summary>
    public required string Id { get; init; }

    public required string RuleId { get; init; }

    public required string RuleName { get; init; }

    /// <summary>sev_deg.</summary>
    public required string Severity { get; init; }

    /// <summary>mdtrt_id.</summary>
    public required string VisitId { get; init; }

    /// <summary>vola_cont.</summary>
    public required string Content { get; init; }

    /// <summary>vola_evid.</summary>
    public required string Evidence { get; init; }

    /// <summary>rx_id of the offending items (vola_item_type 1), of all items where none is said to be one; in order, each once.</summary>
    public required IReadOnlyList<string> OffendingLines { get; init; }

    /// <summary>A row of ours that says that it could not be told: what the bureau found is more than that.</summary>
    public bool IsUndetermined => Content.StartsWith("未能判断", StringComparison.Ordinal);

    /// <summary>The row as an object of UTF-8 JSON.</summary>
    public required ReadOnlyMemory<byte> Json { get; init; }

    /// <summary>Reads "result" under output: an array, one object alone, or nothing at all.</summary>
    /// <exception cref="JsonException">A text in it is none.</exception>
    public static IReadOnlyList<ResultRow> ReadAll(JsonElement output, RelayForm form) =>
        [.. Objects(output, "result").Select(row => Read(row, form))];

    /// <summary>Reads an array of rows.</summary>
    /// <exception cref="JsonException">It is none.</exception>
    public static IReadOnlyList<ResultRow> ReadAll(ReadOnlyMemory<byte> array, RelayForm form)
    {
        using var document = JsonDocument.Parse(array);
        return [.. document.RootElement.EnumerateArray().Select(row => Read(row, form))];
    }

    private static ResultRow Read(JsonElement row, RelayForm form)
    {
        var fields = form.Fields;
        try
        {
            var details = Objects(row, fields.Details).Select(one => (Line: Text(one, fields.Line), Offends: Text(one, fields.Role) == form.OffendingRole)).ToList();
            var offending = details.Exists(static one => one.Offends) ? details.Where(static one => one.Offends) : details;
            return new ResultRow
            {
                Id = Text(row, fields.Id),
                RuleId = Text(row, fields.RuleId),
                RuleName = Text(row, fields.RuleName),
                Severity = Text(row, fields.Severity),
                VisitId = Text(row, fields.Visit),
                Content = Text(row, fields.Content),
                Evidence = Text(row, fields.Evidence),
                OffendingLines = [.. offending.Select(static one => one.Line).Where(static line => line.Length > 0).Distinct().Order(StringComparer.Ordinal)],
                Json = Bytes(row),
            };
        }
        catch (InvalidOperationException malformed)
        {
            // A surrogate alone is JSON by its grammar and no text.
            throw new JsonException("A text is no text.", malformed);
        }
    }

    private static IEnumerable<JsonElement> Objects(JsonElement parent, string name)
    {
        if (parent.ValueKind != JsonValueKind.Object || !parent.TryGetProperty(name, out var value))
            return [];
        return value.ValueKind switch
        {
            JsonValueKind.Array => value.EnumerateArray().Where(static one => one.ValueKind == JsonValueKind.Object),
            JsonValueKind.Object => [value],
            _ => [],
        };
    }

    /// <summary>Numbers as they are written, "" for anything that is neither.</summary>
    internal static string Text(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var value)
            ? value.ValueKind switch
            {
                JsonValueKind.String => value.GetString()!,
                JsonValueKind.Number => value.GetRawText(),
                _ => "",
            }
            : "";

    private static byte[] Bytes(JsonElement row)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, RelayJson.Writing))
            row.WriteTo(writer);
        return buffer.WrittenSpan.ToArray();
    }
}
