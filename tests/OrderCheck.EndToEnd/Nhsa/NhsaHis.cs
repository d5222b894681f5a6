using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace OrderCheck.EndToEnd.Nhsa;

/// <summary>A HIS that knows nothing but its bureau's transactions, and has changed one URL.</summary>
internal sealed class NhsaHis : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly HttpClient _client;

    public NhsaHis(string httpAddress, params (string Name, string Value)[] headers)
    {
        _client = new HttpClient { BaseAddress = new Uri(httpAddress), Timeout = Patience };
        foreach (var (name, value) in headers)
            _client.DefaultRequestHeaders.Add(name, value);
    }

    public Task<NhsaReply> AskAsync(NhsaStory story, string number = "3101") => SendAsync(number, Encoding.UTF8.GetBytes(story.Build().ToJsonString()));

    public Task<NhsaReply> TellAsync(JsonObject message) => SendAsync("3103", Encoding.UTF8.GetBytes(message.ToJsonString()));

    public Task<NhsaReply> SendAsync(string number, byte[] body, string? contentType = "application/json", HttpMethod? method = null, Encoding? encoding = null) =>
        SendAsync(number, new ByteArrayContent(body), contentType, method, encoding);

    /// <param name="content">Is disposed with the call.</param>
    public async Task<NhsaReply> SendAsync(string number, HttpContent content, string? contentType = "application/json", HttpMethod? method = null, Encoding? encoding = null)
    {
        using var request = new HttpRequestMessage(method ?? HttpMethod.Post, "/nhsa/" + number) { Content = content };
        content.Headers.ContentType = contentType is null ? null : MediaTypeHeaderValue.Parse(contentType);
        using var response = await _client.SendAsync(request);
        var text = (encoding ?? Encoding.UTF8).GetString(await response.Content.ReadAsByteArrayAsync());
        return new NhsaReply(response.StatusCode, response.Content.Headers.ContentType?.ToString() ?? "", JsonNode.Parse(text)!.AsObject());
    }

    public void Dispose() => _client.Dispose();
}
