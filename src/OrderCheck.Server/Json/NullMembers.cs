using System.Text.Json;
using System.Text.Json.Nodes;

namespace OrderCheck.Server.Json;

/// <summary>
/// Takes out what is null, as protobuf's JSON means it: many serialisers write what is not set so, and the transcoder reads no
/// list that is null and takes a null for a second event beside the one that is set.
/// </summary>
internal static class NullMembers
{
    /// <param name="body">A JSON object.</param>
    public static ArraySegment<byte> Remove(ArraySegment<byte> body)
    {
        var root = JsonNode.Parse(body)!;
        Remove(root);
        return JsonSerializer.SerializeToUtf8Bytes(root);
    }

    private static void Remove(JsonNode node)
    {
        if (node is JsonObject members)
        {
            foreach (var name in members.Where(static m => m.Value is null).Select(static m => m.Key).ToList())
                members.Remove(name);
            foreach (var (_, value) in members)
                Remove(value!);
        }
        else if (node is JsonArray elements)
        {
            foreach (var element in elements.OfType<JsonNode>())
                Remove(element);
        }
    }
}
