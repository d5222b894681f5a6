using System.Text.Json;
using System.Text.Json.Serialization;

namespace OrderCheck.Interop.Nhsa.Wire;

/// <summary>Passes over the value of a member that the specification does not have: of it only the name is kept.</summary>
internal sealed class UnknownValueConverter : JsonConverter<object?>
{
    public override bool HandleNull => true;

    public override object? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        reader.Skip();
        return null;
    }

    public override void Write(Utf8JsonWriter writer, object? value, JsonSerializerOptions options) =>
        throw new NotSupportedException("A request is read here, never written.");
}
