using System.Globalization;
using System.Text;
using System.Text.Json;
using OrderCheck.Interop.Nhsa.Wire;

namespace OrderCheck.Interop.Nhsa.Reading;

/// <summary>Finds where a body that could not be deserialised stops being JSON. Names that no node has are left out: anything may stand there.</summary>
internal static class BrokenJson
{
    public static BrokenPlace Find(ReadOnlySpan<byte> body, ProfileFields fields)
    {
        var json = new Utf8JsonReader(body, new JsonReaderOptions { MaxDepth = NhsaWire.Deepest });
        var (open, messageId) = (new Stack<Place>(), "");
        try
        {
            while (json.Read())
            {
                Step(ref json, open, fields);
                if (json.TokenType == JsonTokenType.String && open is { Count: 1 } && open.Peek().Name == fields.Envelope.Name((int)EnvelopeField.MessageId))
                    messageId = json.GetString() ?? "";
            }
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            // That is the place.
        }
        return new BrokenPlace(PathOf(open.Reverse()), json.BytesConsumed, messageId);
    }

    private static string PathOf(IEnumerable<Place> open)
    {
        var path = new StringBuilder();
        foreach (var (isArray, name, index) in open)
        {
            if (isArray && index >= 0 && path.Length > 0)
                path.Append(CultureInfo.InvariantCulture, $"[{index}]");
            else if (name is not null)
                path.Append(path.Length > 0 ? "." : "").Append(name);
        }
        return path.ToString();
    }

    private static void Step(ref Utf8JsonReader json, Stack<Place> open, ProfileFields fields)
    {
        switch (json.TokenType)
        {
            case JsonTokenType.EndObject or JsonTokenType.EndArray:
                open.Pop();
                break;
            case JsonTokenType.PropertyName:
                var name = json.GetString()!;
                open.Push(open.Pop() with { Name = fields.Knows(name) ? name : null, Index = -1 });
                break;
            default:
                if (open.TryPeek(out var around) && around.IsArray)
                {
                    open.Pop();
                    open.Push(around with { Index = around.Index + 1 });
                }
                if (json.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
                    open.Push(new Place(json.TokenType == JsonTokenType.StartArray, null, -1));
                break;
        }
    }

    private readonly record struct Place(bool IsArray, string? Name, int Index);
}
