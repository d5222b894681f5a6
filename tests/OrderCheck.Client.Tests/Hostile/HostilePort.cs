using System.Net;
using System.Net.Sockets;

namespace OrderCheck.Client.Tests.Hostile;

/// <summary>A loopback port on which something sits that is no OrderCheck.</summary>
internal sealed class HostilePort : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly List<TcpClient> _held = [];
    private Task _serving = Task.CompletedTask;

    private HostilePort()
    {
    }

    public string Address => $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";

    /// <summary>Accepts, reads nothing, says nothing.</summary>
    public static HostilePort Silent() => Serving(static _ => Task.CompletedTask);

    /// <summary>Answers every connection with bytes that are no protocol.</summary>
    public static HostilePort Babbling() => Serving(static async client =>
    {
        await client.GetStream().WriteAsync(Enumerable.Range(0, 4096).Select(static i => (byte)(i * 73 % 256)).ToArray());
        client.Close();
    });

    /// <summary>Closes every connection at once.</summary>
    public static HostilePort Closing() => Serving(static client =>
    {
        client.Close();
        return Task.CompletedTask;
    });

    /// <summary>Its queue of connections is full: whoever connects waits, as for a machine that is gone.</summary>
    public static async Task<HostilePort> BlackHoleAsync()
    {
        var port = new HostilePort();
        port._listener.Start(backlog: 1);
        for (var waiting = 0; waiting < 8; waiting++)
        {
            var client = new TcpClient();
            port._held.Add(client);
            using var brief = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
            try
            {
                await client.ConnectAsync((IPEndPoint)port._listener.LocalEndpoint, brief.Token);
            }
            catch (OperationCanceledException)
            {
                return port;
            }
        }
        throw new InvalidOperationException("The queue of connections does not fill up here.");
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Stop();
        await _serving;
        _held.ForEach(static client => client.Dispose());
        _end.Dispose();
    }

    private static HostilePort Serving(Func<TcpClient, Task> serve)
    {
        var port = new HostilePort();
        port._listener.Start();
        port._serving = port.ServeAsync(serve);
        return port;
    }

    private async Task ServeAsync(Func<TcpClient, Task> serve)
    {
        while (!_end.IsCancellationRequested)
        {
            try
            {
                var client = await _listener.AcceptTcpClientAsync(_end.Token);
                _held.Add(client);
                await serve(client);
            }
            catch (Exception error) when (error is OperationCanceledException or SocketException or IOException)
            {
                // The test is over, or the client went away: on with the next.
            }
        }
    }
}
