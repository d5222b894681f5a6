using System.Text.Json;

namespace OrderCheck.Interop.Tests.Nhsa;

/// <summary>The referee of the reader: which lines a body plainly asks about, found without it.</summary>
internal static class AskedRecount
{
    /// <summary>rx_ids of the lines in their place that are marked with "1".</summary>
    public static List<string> Of(ReadOnlyMemory<byte> body)
    {
        using var document = JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = 64 });
        IEnumerable<JsonElement> nodes = [document.RootElement];
        foreach (var name in (string[])["input", "data", "patient_dtos", "fsi_encounter_dtos", "fsi_order_dtos"])
            nodes = nodes.SelectMany(node => Members(node, name)).SelectMany(Objects).ToList();
        return [.. nodes.Where(IsAsked).Select(Id).OfType<string>()];
    }

    private static bool IsAsked(JsonElement line) =>
        Members(line, "curr_drord_flag").Any(flag => flag.ValueKind == JsonValueKind.String && flag.ValueEquals("1"u8));

    private static string? Id(JsonElement line) =>
        Members(line, "rx_id").LastOrDefault() is { ValueKind: JsonValueKind.String } id && id.GetString() is { } text && text.All(char.IsAsciiLetterOrDigit) && text.Length > 0
            ? text
            : null;

    private static IEnumerable<JsonElement> Members(JsonElement node, string name) =>
        node.ValueKind == JsonValueKind.Object ? node.EnumerateObject().Where(member => Named(member, name)).Select(member => member.Value) : [];

    private static bool Named(JsonProperty member, string name)
    {
        try
        {
            return member.NameEquals(name);
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private static IEnumerable<JsonElement> Objects(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => [value],
        JsonValueKind.Array => value.EnumerateArray().Where(element => element.ValueKind == JsonValueKind.Object),
        _ => [],
    };
}
