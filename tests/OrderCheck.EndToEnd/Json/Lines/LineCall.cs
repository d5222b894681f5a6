using System.Text;
using System.Text.Json.Nodes;
using OrderCheck.EndToEnd.Servers;

namespace OrderCheck.EndToEnd.Json.Lines;

/// <summary>One call of JSON lines whose answers are read while requests are still sent, as HTTP/1.1 or HTTP/2.</summary>
internal abstract class LineCall : IAsyncDisposable
{
    /// <summary>What anything in a call may take before the test fails.</summary>
    protected static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public const string MediaType = "application/x-ndjson";

    /// <param name="version">"1.1" on the port for HTTP, "2" on the one for gRPC.</param>
    /// <param name="server">Called.</param>
    /// <param name="path">With the query.</param>
    /// <param name="headers">Of the request; a content type among them replaces that of JSON lines.</param>
    public static async Task<LineCall> OpenAsync(string version, ServerProcess server, string path, params IReadOnlyList<(string Name, string Value)> headers)
    {
        IReadOnlyList<(string, string)> all = headers.Any(static h => h.Name == "content-type") ? headers : [.. headers, ("content-type", MediaType)];
        return version == "1.1"
            ? await Http1LineCall.OpenAsync(new Uri(server.HttpAddress + path), all)
            : Http2LineCall.Open(new Uri(server.GrpcAddress + path), all);
    }

    public Task SendAsync(string text) => SendAsync(Encoding.UTF8.GetBytes(text));

    /// <summary>Sends bytes of the body at once, wherever a line ends in them.</summary>
    public abstract Task SendAsync(ReadOnlyMemory<byte> bytes);

    /// <summary>The body is whole.</summary>
    public abstract Task EndAsync();

    /// <summary>Status and content type, as soon as the server has begun to answer.</summary>
    public abstract Task<(int Status, string ContentType)> HeadAsync();

    /// <returns>The next line of the response; null at its end.</returns>
    public abstract Task<string?> LineAsync();

    /// <summary>Goes away without a word.</summary>
    public abstract void Abort();

    public abstract ValueTask DisposeAsync();

    public async Task<JsonObject> AnswerAsync() =>
        JsonNode.Parse(await LineAsync() ?? throw new InvalidOperationException("The response has ended."))!.AsObject();

    /// <summary>Sends a whole body and reads what is left of the response.</summary>
    public async Task<(int Status, string ContentType, IReadOnlyList<string> Lines)> FinishAsync(ReadOnlyMemory<byte> body)
    {
        await SendAsync(body);
        await EndAsync();
        var (status, contentType) = await HeadAsync();
        return (status, contentType, await RestAsync());
    }

    /// <summary>Lines up to the end of the response.</summary>
    public async Task<IReadOnlyList<string>> RestAsync()
    {
        var lines = new List<string>();
        while (await LineAsync() is { } line)
            lines.Add(line);
        return lines;
    }
}
