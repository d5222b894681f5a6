using System.Text.Json;
using System.Text.Json.Serialization;

namespace OrderCheck.Interop.Nhsa.Wire;

/// <summary>Notes where a value stands, whatever it is.</summary>
internal sealed class NhsaScalarConverter : JsonConverter<NhsaScalar>
{
    public override bool HandleNull => true;

    public override NhsaScalar Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var scalar = NhsaScalar.Of(ref reader);
        reader.Skip();
        return scalar;
    }

    public override void Write(Utf8JsonWriter writer, NhsaScalar value, JsonSerializerOptions options) =>
        throw new NotSupportedException("A request is read here, never written.");
}
