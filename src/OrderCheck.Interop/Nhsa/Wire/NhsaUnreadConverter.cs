using System.Text.Json;
using System.Text.Json.Serialization;

namespace OrderCheck.Interop.Nhsa.Wire;

/// <summary>Passes over a value, whatever it is.</summary>
internal sealed class NhsaUnreadConverter : JsonConverter<NhsaUnread>
{
    public override bool HandleNull => true;

    public override NhsaUnread Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        reader.Skip();
        return default;
    }

    public override void Write(Utf8JsonWriter writer, NhsaUnread value, JsonSerializerOptions options) =>
        throw new NotSupportedException("A request is read here, never written.");
}
