using System.Buffers.Binary;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace OrderCheck.Server.Tests.Wire;

/// <summary>Calls as a foreign program makes them: JSON, and gRPC down to its bytes.</summary>
internal sealed class Calls(ClosedServer server, string? key, string? role = null) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly HttpClient _client = new() { Timeout = Patience };

    public async Task<(HttpStatusCode Status, JsonNode Body)> JsonAsync(HttpMethod method, string path, JsonNode? body = null)
    {
        using var request = Request(method, new Uri(server.Http, path));
        request.Content = body is null ? null : JsonContent.Create(body);
        using var response = await _client.SendAsync(request);
        return (response.StatusCode, JsonNode.Parse(await response.Content.ReadAsStringAsync())!);
    }

    /// <summary>Sends these bytes as the one message of a call.</summary>
    /// <returns>grpc-status and grpc-message.</returns>
    public async Task<(int Status, string Message)> GrpcAsync(string method, byte[] message)
    {
        var framed = new byte[message.Length + 5];
        BinaryPrimitives.WriteInt32BigEndian(framed.AsSpan(1), message.Length);
        message.CopyTo(framed, 5);
        using var request = Request(HttpMethod.Post, new Uri(server.Grpc, method));
        request.Version = HttpVersion.Version20;
        request.VersionPolicy = HttpVersionPolicy.RequestVersionExact;
        request.Headers.TE.Add(new TransferCodingWithQualityHeaderValue("trailers"));
        request.Content = new ByteArrayContent(framed);
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/grpc");
        using var response = await _client.SendAsync(request);
        await response.Content.ReadAsByteArrayAsync();
        return (int.Parse(Header(response, "grpc-status")), Uri.UnescapeDataString(Header(response, "grpc-message")));
    }

    public void Dispose() => _client.Dispose();

    private static string Header(HttpResponseMessage response, string name) =>
        response.TrailingHeaders.TryGetValues(name, out var values) || response.Headers.TryGetValues(name, out values) ? values.First() : "";

    private HttpRequestMessage Request(HttpMethod method, Uri uri)
    {
        var request = new HttpRequestMessage(method, uri);
        if (key is not null)
            request.Headers.Add("x-api-key", key);
        if (role is not null)
            request.Headers.Add("x-oc-role", role);
        return request;
    }
}
