using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using OrderCheck.Core.Regions;

namespace OrderCheck.Interop.Nhsa.Wire;

/// <summary>Gives the members of answers the names of a region; made once for each.</summary>
internal static class AnswerNames
{
    private static readonly ConditionalWeakTable<FieldRenames, JsonTypeInfo<AnswerNode>> Made = [];

    private static readonly Dictionary<Type, string> NodeOf = new()
    {
        [typeof(AnswerNode)] = "answer",
        [typeof(ResultNode)] = "result",
        [typeof(DetailNode)] = "judge_result_detail_dtos",
    };

    public static JsonTypeInfo<AnswerNode> Of(FieldRenames renames) => Made.GetValue(renames, static own => Make(own));

    public static JsonTypeInfo<ResultNode> RowOf(FieldRenames renames) => (JsonTypeInfo<ResultNode>)Of(renames).Options.GetTypeInfo(typeof(ResultNode));

    private static JsonTypeInfo<AnswerNode> Make(FieldRenames renames)
    {
        var options = new JsonSerializerOptions(AnswerWire.Default.Options)
        {
            // Answers stand in no page: Chinese as Chinese, as the bureaus write it.
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            TypeInfoResolver = AnswerWire.Default.WithAddedModifier(type =>
            {
                if (!NodeOf.TryGetValue(type.Type, out var node))
                    return;
                foreach (var member in type.Properties)
                    member.Name = renames.Of(node, member.Name);
            }),
        };
        return (JsonTypeInfo<AnswerNode>)options.GetTypeInfo(typeof(AnswerNode));
    }
}
