using System.Text.Json;
using System.Text.Json.Serialization;

namespace OrderCheck.Interop.Nhsa.Wire;

/// <summary>How bureaus' answers are deserialised: source-generated, members called as NHSA calls them.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.General,
    GenerationMode = JsonSourceGenerationMode.Metadata,
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    MaxDepth = NhsaWire.Deepest,
    Converters =
    [
        typeof(UnknownValueConverter),
        typeof(NhsaNodesConverter<BureauAnswerNode>),
        typeof(NhsaNodesConverter<BureauOutputNode>),
        typeof(NhsaNodesConverter<BureauRowNode>),
        typeof(NhsaNodesConverter<BureauDetailNode>),
    ])]
[JsonSerializable(typeof(NhsaNodes<BureauAnswerNode>))]
internal sealed partial class BureauWire : JsonSerializerContext;
