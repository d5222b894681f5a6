using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using OrderCheck.Interop.Nhsa.Wire;

namespace OrderCheck.Interop.Nhsa.Relay;

/// <summary>How the relay writes JSON: Chinese as Chinese, as the bureaus do, since it stands in no page.</summary>
internal static class RelayJson
{
    public static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The same JSON as it is written here; its numbers as they are.</summary>
    /// <exception cref="InvalidOperationException">A surrogate is alone: JSON by its grammar, and no text.</exception>
    public static byte[] Copy(ReadOnlySpan<byte> json)
    {
        var buffer = new ArrayBufferWriter<byte>(json.Length);
        using (var writer = new Utf8JsonWriter(buffer, Writing))
        {
            var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = NhsaWire.Deepest });
            while (reader.Read())
                Copy(ref reader, writer);
        }

        return buffer.WrittenSpan.ToArray();
    }

    private static void Copy(ref Utf8JsonReader reader, Utf8JsonWriter writer)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject: writer.WriteStartObject(); break;
            case JsonTokenType.EndObject: writer.WriteEndObject(); break;
            case JsonTokenType.StartArray: writer.WriteStartArray(); break;
            case JsonTokenType.EndArray: writer.WriteEndArray(); break;
            case JsonTokenType.PropertyName: writer.WritePropertyName(reader.GetString()!); break;
            case JsonTokenType.String: writer.WriteStringValue(reader.GetString()); break;
            case JsonTokenType.Number: writer.WriteRawValue(reader.ValueSpan, skipInputValidation: true); break;
            case JsonTokenType.Null: writer.WriteNullValue(); break;
            default: writer.WriteBooleanValue(reader.GetBoolean()); break;
        }
    }
}
