using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Grpc.AspNetCore.Server.Model;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OrderCheck.Tests;

namespace OrderCheck.EndToEnd.Telemetry;

/// <summary>A collector that takes traces and metrics by gRPC, and keeps them with the run's logs.</summary>
internal sealed class OtlpGrpcCollector : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<byte[]> _traces = new();
    private readonly ConcurrentQueue<byte[]> _metrics = new();
    private readonly TextWriter _log = RunLogs.Open("otlp");

    private OtlpGrpcCollector()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(static kestrel => kestrel.Listen(IPAddress.Loopback, 0, static port => port.Protocols = HttpProtocols.Http2));
        builder.Services.AddGrpc(static grpc => grpc.MaxReceiveMessageSize = null);
        builder.Services.AddSingleton(new RawMethods(Keep));
        builder.Services.AddSingleton<IServiceMethodProvider<RawMethods>, RawMethods.Provider>();
        _app = builder.Build();
        _app.MapGrpcService<RawMethods>();
    }

    /// <summary>For --otlp-endpoint.</summary>
    public string Endpoint => _app.Urls.Single();

    public IReadOnlyList<Span> Spans => [.. _traces.SelectMany(Span.ReadAll)];

    public IReadOnlyList<Measured> Metrics => [.. _metrics.SelectMany(Measured.ReadAll)];

    public static async Task<OtlpGrpcCollector> StartAsync()
    {
        var collector = new OtlpGrpcCollector();
        await collector._app.StartAsync();
        return collector;
    }

    /// <summary>Whether a text is anywhere in what was received.</summary>
    public bool Has(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return _traces.Concat(_metrics).Any(message => message.AsSpan().IndexOf(bytes) >= 0);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        await _log.DisposeAsync();
    }

    private void Keep(string service, byte[] message)
    {
        (service == RawMethods.Traces ? _traces : _metrics).Enqueue(message);
        _log.WriteLine(Encoding.UTF8.GetString(message));
    }
}
