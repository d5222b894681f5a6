using System.Text.Json;
using System.Text.Json.Serialization;

namespace OrderCheck.Interop.Nhsa.Wire;

/// <summary>How requests are deserialised: source-generated, members called as NHSA calls them.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.General,
    GenerationMode = JsonSourceGenerationMode.Metadata,
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    MaxDepth = Deepest,
    Converters =
    [
        typeof(UnknownValueConverter),
        typeof(NhsaNodesConverter<EnvelopeNode<DataNode>>),
        typeof(NhsaNodesConverter<EnvelopeNode<FeedbackNode>>),
        typeof(NhsaNodesConverter<DataNode>),
        typeof(NhsaNodesConverter<PatientNode>),
        typeof(NhsaNodesConverter<VisitNode>),
        typeof(NhsaNodesConverter<DiagnosisNode>),
        typeof(NhsaNodesConverter<LineNode>),
        typeof(NhsaNodesConverter<OperationNode>),
        typeof(NhsaNodesConverter<FeedbackNode>),
        typeof(NhsaNodesConverter<WarningNode>),
    ])]
[JsonSerializable(typeof(NhsaNodes<EnvelopeNode<DataNode>>))]
[JsonSerializable(typeof(NhsaNodes<EnvelopeNode<FeedbackNode>>))]
internal sealed partial class NhsaWire : JsonSerializerContext
{
    public const int Deepest = 64;

    /// <summary>What the naming policy makes of a property.</summary>
    public static string NameOf(string property) => JsonNamingPolicy.SnakeCaseLower.ConvertName(property);
}
