using Google.Protobuf;

namespace OrderCheck.EndToEnd.Telemetry;

/// <summary>Reads the few fields of OTLP's messages that the tests look at, by their numbers in OTLP's proto files.</summary>
internal static class OtlpFields
{
    /// <summary>The length-delimited fields of a message that have this number: messages, bytes, texts.</summary>
    public static IReadOnlyList<byte[]> Of(byte[] message, int field)
    {
        var found = new List<byte[]>();
        var input = new CodedInputStream(message);
        for (var tag = input.ReadTag(); tag != 0; tag = input.ReadTag())
        {
            if (WireFormat.GetTagFieldNumber(tag) == field && WireFormat.GetTagWireType(tag) == WireFormat.WireType.LengthDelimited)
                found.Add(input.ReadBytes().ToByteArray());
            else
                input.SkipLastField();
        }
        return found;
    }

    /// <summary>Through messages inside of messages.</summary>
    public static IEnumerable<byte[]> Of(byte[] message, int field, params IReadOnlyList<int> inner) =>
        inner.Aggregate((IEnumerable<byte[]>)Of(message, field), static (messages, next) => messages.SelectMany(m => Of(m, next)));

    /// <summary>Empty if the field is not there.</summary>
    public static byte[] First(byte[] message, int field) => Of(message, field) is [var first, ..] ? first : [];

    public static string Text(byte[] message, int field) => System.Text.Encoding.UTF8.GetString(First(message, field));
}
