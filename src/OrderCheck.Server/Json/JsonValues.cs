using System.Globalization;
using System.Text.Json;
using Google.Protobuf.Reflection;
using Google.Protobuf.WellKnownTypes;
using OrderCheck.Ledger.Wire;

namespace OrderCheck.Server.Json;

/// <summary>Whether a value is of its field's kind, as protobuf's JSON has it. What it says is judged later, for all protocols alike.</summary>
internal static class JsonValues
{
    private const string Text = "text";
    private const string BirthTime = "birth_time";

    /// <param name="inQuery">Where every value is text.</param>
    /// <returns>Null if it is.</returns>
    public static (string Problem, string Allowed)? Fault(ref Utf8JsonReader reader, FieldDescriptor field, bool inQuery = false) => field.FieldType switch
    {
        FieldType.String or FieldType.Bytes => reader.TokenType == JsonTokenType.String ? Whole(ref reader) : Kind(ref reader, TextAllowed(ref reader)),
        FieldType.Bool => reader.TokenType is JsonTokenType.True or JsonTokenType.False ? null : Kind(ref reader, "true or false"),
        FieldType.Enum => EnumFault(ref reader, field.EnumType),
        FieldType.Message => MessageFault(ref reader, field),
        _ => NumberFault(ref reader, field.FieldType, inQuery),
    };

    /// <returns>"a number", "text" …: never the value, which may identify a patient.</returns>
    public static string KindOf(JsonTokenType token) => token switch
    {
        JsonTokenType.String => Text,
        JsonTokenType.Number => "a number",
        JsonTokenType.True or JsonTokenType.False => "true or false",
        JsonTokenType.StartArray => "a list",
        JsonTokenType.StartObject => "an object",
        _ => "null",
    };

    private static (string, string) Kind(ref Utf8JsonReader reader, string allowed) => ($"is {KindOf(reader.TokenType)}", allowed);

    /// <summary>Numbers that are sent as such have lost digits in some callers already: what is exact travels as text.</summary>
    private static string TextAllowed(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.Number ? "text; amounts, quantities and codes are in quotation marks: \"12.34\"" : Text;

    /// <exception cref="InvalidOperationException">The text has half a surrogate pair.</exception>
    private static (string, string)? Whole(ref Utf8JsonReader reader)
    {
        if (reader.ValueIsEscaped)
            _ = reader.GetString();
        return null;
    }

    private static (string, string)? EnumFault(ref Utf8JsonReader reader, EnumDescriptor type)
    {
        if (reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out _))
            return null;
        var allowed = string.Join(", ", type.Values.Select(static v => v.Name));
        if (reader.TokenType != JsonTokenType.String)
            return Kind(ref reader, allowed);
        var name = reader.GetString()!;
        return type.FindValueByName(name) is null ? ($"{FieldReader.Quote(name)} is unknown", allowed) : null;
    }

    private static (string, string)? MessageFault(ref Utf8JsonReader reader, FieldDescriptor field)
    {
        if (field.MessageType.FullName != Timestamp.Descriptor.FullName)
            return null;
        if (reader.TokenType != JsonTokenType.String)
            return Kind(ref reader, JsonTimes.Allowed);
        var text = reader.GetString()!;
        if (JsonTimes.IsTime(text))
            return null;
        // When somebody was born is that person's own.
        return (field.Name == BirthTime ? "is not a time" : $"{FieldReader.Quote(text)} is not a time", JsonTimes.Allowed);
    }

    private static (string, string)? NumberFault(ref Utf8JsonReader reader, FieldType type, bool inQuery)
    {
        if (reader.TokenType is not (JsonTokenType.Number or JsonTokenType.String))
            return Kind(ref reader, "a number");
        if (type is FieldType.Double or FieldType.Float)
            return null;
        var text = reader.TokenType == JsonTokenType.String ? reader.GetString()! : System.Text.Encoding.UTF8.GetString(reader.ValueSpan);
        var (smallest, largest) = Range(type);
        if (reader.TokenType == JsonTokenType.String && IsShort(type) && !inQuery)
            return ($"{FieldReader.Quote(text)} is text", $"a whole number from {smallest} to {largest}, without quotation marks");
        var fits = decimal.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= smallest && number <= largest;
        return fits ? null : ($"{FieldReader.Quote(text)} is not such a number", $"a whole number from {smallest} to {largest}");
    }

    /// <summary>A double holds it exactly: it travels as a number alone.</summary>
    private static bool IsShort(FieldType type) =>
        type is FieldType.Int32 or FieldType.SInt32 or FieldType.SFixed32 or FieldType.UInt32 or FieldType.Fixed32;

    private static (decimal Smallest, decimal Largest) Range(FieldType type) => type switch
    {
        FieldType.Int32 or FieldType.SInt32 or FieldType.SFixed32 => (int.MinValue, int.MaxValue),
        FieldType.UInt32 or FieldType.Fixed32 => (0, uint.MaxValue),
        FieldType.UInt64 or FieldType.Fixed64 => (0, ulong.MaxValue),
        _ => (long.MinValue, long.MaxValue),
    };
}
