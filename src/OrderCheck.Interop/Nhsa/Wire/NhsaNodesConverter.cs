using System.Text.Json;
using System.Text.Json.Serialization;

namespace OrderCheck.Interop.Nhsa.Wire;

/// <summary>Reads objects, however they stand there.</summary>
internal sealed class NhsaNodesConverter<T> : JsonConverter<NhsaNodes<T>>
    where T : NhsaNode
{
    public override bool HandleNull => true;

    public override NhsaNodes<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var nodes = new NhsaNodes<T>(NhsaScalar.Of(ref reader));
        var converter = (JsonConverter<T>)options.GetTypeInfo(typeof(T)).Converter;
        if (reader.TokenType == JsonTokenType.StartObject)
            nodes.Objects.Add(Node(ref reader, converter, options));
        while (nodes.Itself.Kind == JsonTokenType.StartArray && reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            Add(nodes, ref reader, converter, options);
        return nodes;
    }

    public override void Write(Utf8JsonWriter writer, NhsaNodes<T> value, JsonSerializerOptions options) =>
        throw new NotSupportedException("A request is read here, never written.");

    private static void Add(NhsaNodes<T> nodes, ref Utf8JsonReader reader, JsonConverter<T> converter, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.StartObject)
        {
            nodes.Objects.Add(Node(ref reader, converter, options));
        }
        else if (reader.TokenType == JsonTokenType.Null)
        {
            nodes.Objects.Add(null);
        }
        else
        {
            if (!nodes.Stranger.IsThere)
                (nodes.Stranger, nodes.StrangerIndex) = (NhsaScalar.Of(ref reader), nodes.Objects.Count);
            reader.Skip();
        }
    }

    private static T Node(ref Utf8JsonReader reader, JsonConverter<T> converter, JsonSerializerOptions options)
    {
        var at = (int)reader.TokenStartIndex;
        // The type's own converter goes on with the same reader, so that places stay places of the body.
        var node = converter.Read(ref reader, typeof(T), options)!;
        (node.At, node.End) = (at, (int)reader.TokenStartIndex + 1);
        return node;
    }
}
