using System.Text.Json.Nodes;

namespace OrderCheck.Server.OpenApi;

/// <summary>Requests that the demo hospital answers; one for each method that has a body.</summary>
internal static class ExampleRequests
{
    /// <returns>Null if the method has none.</returns>
    public static JsonNode? Of(string method) => Read("examples/" + method);

    /// <summary>What an answer may look like, where the method has no request to show.</summary>
    /// <returns>Null if the method has none.</returns>
    public static JsonNode? AnswerOf(string method) => Read("answers/" + method);

    private static JsonNode? Read(string name)
    {
        using var stream = typeof(ExampleRequests).Assembly.GetManifestResourceStream(name);
        return stream is null ? null : JsonNode.Parse(stream);
    }
}
