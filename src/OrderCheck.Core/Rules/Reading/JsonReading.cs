using System.Text.Json;

namespace OrderCheck.Core.Rules.Reading;

/// <summary>Strict JSON into values with their places.</summary>
internal static class JsonReading
{
    private const int MaxDepth = 16;

    /// <summary>Null where the text is no JSON; the fault says where.</summary>
    public static JsonValue? Read(JsonText text, List<Fault> faults)
    {
        var reader = new Utf8JsonReader(text.Bytes, new JsonReaderOptions { MaxDepth = MaxDepth });
        try
        {
            reader.Read();
            var value = Value(ref reader);
            reader.Read();
            return value;
        }
        catch (JsonException failure)
        {
            faults.Add(text.FaultAt(failure.LineNumber ?? 0, failure.BytePositionInLine ?? 0, $"The file is not JSON here: {WithoutPlace(failure.Message)}"));
            return null;
        }
    }

    /// <summary>The fault says line and column by itself, and from 1.</summary>
    private static string WithoutPlace(string message) =>
        message.IndexOf(" LineNumber:", StringComparison.Ordinal) is > 0 and var end ? message[..end] : message;

    private static JsonValue Value(ref Utf8JsonReader reader)
    {
        var at = reader.TokenStartIndex;
        var kind = reader.TokenType;
        return kind switch
        {
            JsonTokenType.StartObject => new JsonValue(at, kind, "", false, Members(ref reader), []),
            JsonTokenType.StartArray => new JsonValue(at, kind, "", false, [], Elements(ref reader)),
            JsonTokenType.String => new JsonValue(at, kind, reader.GetString()!, reader.ValueIsEscaped, [], []),
            JsonTokenType.Number => new JsonValue(at, kind, System.Text.Encoding.UTF8.GetString(reader.ValueSpan), false, [], []),
            _ => new JsonValue(at, kind, "", false, [], []),
        };
    }

    private static List<JsonMember> Members(ref Utf8JsonReader reader)
    {
        var members = new List<JsonMember>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var name = reader.GetString()!;
            var at = reader.TokenStartIndex;
            reader.Read();
            members.Add(new JsonMember(name, at, Value(ref reader)));
        }
        return members;
    }

    private static List<JsonValue> Elements(ref Utf8JsonReader reader)
    {
        var elements = new List<JsonValue>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            elements.Add(Value(ref reader));
        return elements;
    }
}
