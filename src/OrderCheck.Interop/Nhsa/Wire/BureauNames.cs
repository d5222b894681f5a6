using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using OrderCheck.Core.Regions;

namespace OrderCheck.Interop.Nhsa.Wire;

/// <summary>Gives the members of bureaus' answers the names of a region; made once for each.</summary>
internal static class BureauNames
{
    private static readonly ConditionalWeakTable<FieldRenames, JsonSerializerOptions> Made = [];

    private static readonly Dictionary<Type, string> NodeOf = new()
    {
        [typeof(BureauAnswerNode)] = "answer",
        [typeof(BureauRowNode)] = "result",
        [typeof(BureauDetailNode)] = "judge_result_detail_dtos",
    };

    public static JsonTypeInfo<NhsaNodes<T>> Of<T>(FieldRenames renames)
        where T : NhsaNode =>
        (JsonTypeInfo<NhsaNodes<T>>)Made.GetValue(renames, static own => Make(own)).GetTypeInfo(typeof(NhsaNodes<T>));

    private static JsonSerializerOptions Make(FieldRenames renames) => new(BureauWire.Default.Options)
    {
        TypeInfoResolver = BureauWire.Default.WithAddedModifier(type =>
        {
            if (NodeOf.TryGetValue(type.Type, out var node))
                RegionNames.Rename(type, node, renames);
        }),
    };
}
