using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace OrderCheck.Grains.Tests.Hosting;

/// <summary>A Redis of its own, persisting into a temporary folder, on a free loopback port.</summary>
internal sealed class RedisServer : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ordercheck-redis-").FullName;
    private Process _process = null!;

    public int Port { get; } = FreePort();

    public string Configuration => $"127.0.0.1:{Port}";

    /// <summary>Where Debian and others install it; null where it is not installed.</summary>
    public static string? Program { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Select(folder => Path.Combine(folder, "redis-server")).FirstOrDefault(File.Exists);

    public static async Task<RedisServer> StartAsync()
    {
        var server = new RedisServer();
        server._process = Process.Start(new ProcessStartInfo(Program!, ["--port", $"{server.Port}", "--bind", "127.0.0.1", "--dir", server._folder, "--appendonly", "yes"])
        {
            RedirectStandardOutput = true,
        })!;
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (await server._process.StandardOutput.ReadLineAsync(patience.Token) is { } line)
        {
            if (line.Contains("Ready to accept connections", StringComparison.Ordinal))
                return server;
        }
        throw new InvalidOperationException("Redis ended before it was ready.");
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
