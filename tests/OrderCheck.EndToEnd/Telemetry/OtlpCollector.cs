using System.Collections.Concurrent;
using System.Net;
using System.Text;
using OrderCheck.EndToEnd.Servers;
using OrderCheck.Tests;

namespace OrderCheck.EndToEnd.Telemetry;

/// <summary>Takes the traces that a server sends to its collector by HTTP; keeps them, and the metrics beside them, with the run's logs.</summary>
internal sealed class OtlpCollector : IAsyncDisposable
{
    private const string TracesPath = "/v1/traces";
    private readonly HttpListener _listener = new();
    private readonly ConcurrentQueue<byte[]> _requests = new();
    private readonly TextWriter _log = RunLogs.Open("traces");
    private readonly Task _loop;

    public OtlpCollector()
    {
        var address = $"http://127.0.0.1:{FreePort.Next()}/";
        Endpoint = address + TracesPath[1..];
        _listener.Prefixes.Add(address);
        _listener.Start();
        _loop = Task.Run(ReceiveAsync);
    }

    /// <summary>For --otlp-endpoint.</summary>
    public string Endpoint { get; }

    public IReadOnlyList<Span> Spans => [.. _requests.SelectMany(Span.ReadAll)];

    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        await _loop;
        _listener.Close();
        await _log.DisposeAsync();
    }

    private async Task ReceiveAsync()
    {
        try
        {
            while (true)
            {
                var call = await _listener.GetContextAsync();
                using var body = new MemoryStream();
                await call.Request.InputStream.CopyToAsync(body);
                if (call.Request.Url!.AbsolutePath == TracesPath)
                    _requests.Enqueue(body.ToArray());
                await _log.WriteLineAsync(Encoding.UTF8.GetString(body.ToArray()));
                call.Response.ContentType = "application/x-protobuf";
                call.Response.Close();
            }
        }
        catch (Exception stopped) when (stopped is HttpListenerException or ObjectDisposedException)
        {
            // The test is over.
        }
    }
}
