using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using OrderCheck.Core.Regions;

namespace OrderCheck.Interop.Nhsa.Wire;

/// <summary>Gives the members of requests the names of a region.</summary>
internal static class RegionNames
{
    /// <summary>What the specification calls the node of a type.</summary>
    public static IReadOnlyDictionary<Type, string> NodeOf { get; } = new Dictionary<Type, string>
    {
        [typeof(EnvelopeNode<DataNode>)] = "envelope",
        [typeof(EnvelopeNode<FeedbackNode>)] = "envelope",
        [typeof(DataNode)] = "data",
        [typeof(PatientNode)] = "patient_dtos",
        [typeof(VisitNode)] = "fsi_encounter_dtos",
        [typeof(DiagnosisNode)] = "fsi_diagnose_dtos",
        [typeof(LineNode)] = "fsi_order_dtos",
        [typeof(OperationNode)] = "fsi_operation_dtos",
        [typeof(FeedbackNode)] = "3103.data",
        [typeof(WarningNode)] = "3103.warns",
    };

    /// <summary>Options for requests of a region.</summary>
    public static JsonSerializerOptions Options(FieldRenames renames) => new(NhsaWire.Default.Options)
    {
        TypeInfoResolver = NhsaWire.Default.WithAddedModifier(type =>
        {
            if (NodeOf.TryGetValue(type.Type, out var node))
                Rename(type, node, renames);
        }),
    };

    /// <summary>What the region calls a member: one that stands elsewhere is called there what it is called in its own place.</summary>
    public static string Of(FieldRenames renames, string node, string field)
    {
        if (NhsaFields.Nodes[node].ContainsKey(field))
            return renames.Of(node, field);
        foreach (var own in (ReadOnlySpan<string>)["fsi_encounter_dtos", "patient_dtos"])
        {
            if (NhsaFields.Nodes[own].ContainsKey(field))
                return renames.Of(own, field);
        }
        return field;
    }

    /// <summary>NHSA's own names go on being understood: a region renames what it sends, and not always all of it.</summary>
    internal static void Rename(JsonTypeInfo type, string node, FieldRenames renames)
    {
        var names = type.Properties.Select(static property => property.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var property in type.Properties.Where(static property => !property.IsExtensionData).ToList())
        {
            var own = Of(renames, node, property.Name);
            if (!names.Add(own))
                continue;
            var another = type.CreateJsonPropertyInfo(property.PropertyType, own);
            another.Set = property.Set;
            type.Properties.Add(another);
        }
    }
}
