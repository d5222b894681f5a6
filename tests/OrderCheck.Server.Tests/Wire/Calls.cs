using System.Buffers.Binary;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Google.Protobuf;

namespace OrderCheck.Server.Tests.Wire;

/// <summary>Calls as a foreign program makes them: JSON, and gRPC down to its bytes.</summary>
internal sealed class Calls(Uri http, Uri grpc, string? key, string? role = null) : IDisposable
{
    private const int Frame = 5;

    /// <summary>What gRPC's clients make of HTTP's 404.</summary>
    private const int Unimplemented = 12;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly HttpClient _client = new() { Timeout = Patience };

    public Calls(ClosedServer server, string? key, string? role = null)
        : this(server.Http, server.Grpc, key, role)
    {
    }

    public async Task<(HttpStatusCode Status, JsonNode Body)> JsonAsync(HttpMethod method, string path, JsonNode? body = null)
    {
        using var request = Request(method, new Uri(http, path));
        request.Content = body is null ? null : JsonContent.Create(body);
        using var response = await _client.SendAsync(request);
        return (response.StatusCode, JsonNode.Parse(await response.Content.ReadAsStringAsync())!);
    }

    /// <summary>Sends these bytes as the one message of a call.</summary>
    /// <param name="method">"/package.Service/Method".</param>
    /// <param name="message">The message.</param>
    /// <param name="deadline">As grpc-timeout has it: "300m" are milliseconds, "2S" seconds; null for none.</param>
    /// <returns>grpc-status, grpc-message, and the bytes of the answer.</returns>
    public async Task<(int Status, string Message, byte[] Answer)> GrpcAsync(string method, byte[] message, string? deadline = null)
    {
        var framed = new byte[message.Length + Frame];
        BinaryPrimitives.WriteInt32BigEndian(framed.AsSpan(1), message.Length);
        message.CopyTo(framed, Frame);
        using var request = Request(HttpMethod.Post, new Uri(grpc, method));
        request.Version = HttpVersion.Version20;
        request.VersionPolicy = HttpVersionPolicy.RequestVersionExact;
        request.Headers.TE.Add(new TransferCodingWithQualityHeaderValue("trailers"));
        request.Content = new ByteArrayContent(framed);
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/grpc");
        if (deadline is not null)
            request.Headers.Add("grpc-timeout", deadline);
        using var response = await _client.SendAsync(request);
        var answer = await response.Content.ReadAsByteArrayAsync();
        if (response.StatusCode == HttpStatusCode.NotFound)
            return (Unimplemented, "", []);
        return (int.Parse(Header(response, "grpc-status")), Uri.UnescapeDataString(Header(response, "grpc-message")), answer.Length < Frame ? [] : answer[Frame..]);
    }

    public Task<(int Status, string Message, byte[] Answer)> GrpcAsync(string method, IMessage message, string? deadline = null) =>
        GrpcAsync(method, message.ToByteArray(), deadline);

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
