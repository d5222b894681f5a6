using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace OrderCheck.EndToEnd.Json;

/// <summary>A program that speaks JSON to a server, with an API key.</summary>
internal sealed class JsonCaller : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly HttpClient _client;

    public JsonCaller(string httpAddress, string? apiKey, string? role = null, string? person = null)
    {
        _client = new HttpClient { BaseAddress = new Uri(httpAddress), Timeout = Patience };
        if (apiKey is not null)
            _client.DefaultRequestHeaders.Add("x-api-key", apiKey);
        if (role is not null)
            _client.DefaultRequestHeaders.Add("x-oc-role", role);
        if (person is not null)
            _client.DefaultRequestHeaders.Add("x-oc-person", person);
    }

    public Task<JsonReply> GetAsync(string path) => SendAsync(HttpMethod.Get, path);

    public Task<JsonReply> PostAsync(string path, string body) => SendAsync(HttpMethod.Post, path, body);

    public async Task<JsonReply> SendAsync(HttpMethod method, string path, string? body = null, string contentType = "application/json", bool chunked = false)
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null)
        {
            var bytes = Encoding.UTF8.GetBytes(body);
            request.Content = chunked ? new StreamContent(new UnknownLength(bytes)) : new ByteArrayContent(bytes);
            request.Content.Headers.ContentType = contentType.Length == 0 ? null : MediaTypeHeaderValue.Parse(contentType);
        }

        using var response = await _client.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        return new JsonReply(
            response.StatusCode,
            response.Content.Headers.ContentType?.MediaType ?? "",
            text.Length == 0 ? new JsonObject() : JsonNode.Parse(text)!.AsObject());
    }

    public void Dispose() => _client.Dispose();

    /// <summary>Is sent in chunks, because it does not say its length.</summary>
    private sealed class UnknownLength(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }
}
