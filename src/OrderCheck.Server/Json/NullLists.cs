using System.Text.Json;
using System.Text.Json.Nodes;

namespace OrderCheck.Server.Json;

/// <summary>Takes out what is null: many serialisers write a list that is not set so, and the transcoder does not read it.</summary>
internal static class NullLists
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
