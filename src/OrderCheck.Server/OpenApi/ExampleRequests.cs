using System.Text.Json.Nodes;

namespace OrderCheck.Server.OpenApi;

/// <summary>Requests that the demo hospital answers; one for each method that has a body.</summary>
internal static class ExampleRequests
{
    /// <returns>Null if the method has none.</returns>
    public static JsonNode? Of(string method)
    {
        using var stream = typeof(ExampleRequests).Assembly.GetManifestResourceStream("examples/" + method);
        return stream is null ? null : JsonNode.Parse(stream);
    }
}
