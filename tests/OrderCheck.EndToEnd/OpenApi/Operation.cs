using System.Text.Json.Nodes;

namespace OrderCheck.EndToEnd.OpenApi;

/// <summary>One operation of an OpenAPI document.</summary>
/// <param name="Path">"/v1/encounters/{visitNumber}".</param>
/// <param name="Verb">"get", "post", "put".</param>
/// <param name="Node">The operation itself.</param>
internal sealed record Operation(string Path, string Verb, JsonObject Node)
{
    public string Id => (string)Node["operationId"]!;

    public string Tag => (string)Node["tags"]![0]!;

    public HttpMethod Method => HttpMethod.Parse(Verb);

    /// <summary>Of the request; "" where there is no body.</summary>
    public string ContentType => Node["requestBody"]?["content"]?.AsObject().Single().Key ?? "";

    public JsonObject? RequestContent => Node["requestBody"]?["content"]?[ContentType]?.AsObject();

    /// <summary>A request that can be sent as it is; null where there is no body, or none is given.</summary>
    public JsonNode? Example => RequestContent?["example"];

    /// <summary>The one answer that there is; null where there are several.</summary>
    public JsonNode? AnswerExample => Node["responses"]!["200"]!["content"]?["application/json"]?["example"];

    public JsonArray Parameters => Node["parameters"]?.AsArray() ?? [];

    public override string ToString() => Id;
}
