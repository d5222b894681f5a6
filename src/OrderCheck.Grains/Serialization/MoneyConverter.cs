using System.Text.Json;
using System.Text.Json.Serialization;
using OrderCheck.Core.Amounts;

namespace OrderCheck.Grains.Serialization;

/// <summary>Money as its count of 10⁻⁶ yuan.</summary>
internal sealed class MoneyConverter : JsonConverter<Money>
{
    public override Money Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Money.FromMicros(reader.GetInt64());

    public override void Write(Utf8JsonWriter writer, Money value, JsonSerializerOptions options) => writer.WriteNumberValue(value.Micros);
}
