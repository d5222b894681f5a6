using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace OrderCheck.EndToEnd.Json.Lines;

/// <summary>HTTP/2 with .NET's own client.</summary>
internal sealed class Http2LineCall : LineCall
{
    private readonly HttpClient _client = new() { Timeout = Timeout.InfiniteTimeSpan };
    private readonly CancellationTokenSource _away = new();
    private readonly PushedContent _body = new();
    private Task<HttpResponseMessage> _response = null!;
    private StreamReader? _lines;

    private Http2LineCall()
    {
    }

    public static LineCall Open(Uri uri, IReadOnlyList<(string Name, string Value)> headers)
    {
        var call = new Http2LineCall();
        var request = new HttpRequestMessage(HttpMethod.Post, uri)
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = call._body,
        };
        foreach (var (name, value) in headers)
        {
            if (name == "content-type")
                request.Content.Headers.ContentType = value.Length == 0 ? null : MediaTypeHeaderValue.Parse(value);
            else
                request.Headers.Add(name, value);
        }

        call._response = call._client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, call._away.Token);
        return call;
    }

    public override async Task SendAsync(ReadOnlyMemory<byte> bytes)
    {
        var stream = await _body.Opened.WaitAsync(Patience);
        await stream.WriteAsync(bytes).AsTask().WaitAsync(Patience);
        await stream.FlushAsync().WaitAsync(Patience);
    }

    public override Task EndAsync()
    {
        _body.End();
        return Task.CompletedTask;
    }

    public override async Task<(int Status, string ContentType)> HeadAsync()
    {
        var response = await _response.WaitAsync(Patience);
        return ((int)response.StatusCode, response.Content.Headers.ContentType?.ToString() ?? "");
    }

    public override async Task<string?> LineAsync()
    {
        _lines ??= new StreamReader(await (await _response.WaitAsync(Patience)).Content.ReadAsStreamAsync(), Encoding.UTF8);
        return await _lines.ReadLineAsync().WaitAsync(Patience);
    }

    public override void Abort()
    {
        _away.Cancel();
        _body.End();
        _client.Dispose();
    }

    public override ValueTask DisposeAsync()
    {
        Abort();
        _lines?.Dispose();
        _body.Dispose();
        _away.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>A body that is written piece by piece while the response is read.</summary>
    private sealed class PushedContent : HttpContent
    {
        private readonly TaskCompletionSource<Stream> _opened = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task<Stream> Opened => _opened.Task;

        public void End() => _ended.TrySetResult();

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            await stream.FlushAsync();
            _opened.SetResult(stream);
            await _ended.Task;
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
