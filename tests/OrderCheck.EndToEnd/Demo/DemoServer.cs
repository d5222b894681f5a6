using OrderCheck.EndToEnd.Servers;
using OrderCheck.Tests;
using Xunit;

namespace OrderCheck.EndToEnd.Demo;

/// <summary>The README's first command.</summary>
public sealed class DemoServer : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private ServerProcess? _server;

    internal ServerProcess Server => _server ?? throw new InvalidOperationException("The server is not started.");

    /// <summary>Its data folder.</summary>
    internal string Data => _folder["data"];

    internal TimeSpan StartedIn { get; private set; }

    public async ValueTask InitializeAsync() => await StartAsync();

    /// <summary>Stops it in order and starts it on the same data.</summary>
    internal async Task StartAgainAsync()
    {
        await Server.StopAsync();
        await Server.DisposeAsync();
        await StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
        {
            await _server.StopAsync();
            await _server.DisposeAsync();
            _server.AssertNoUnexpectedErrors();
        }
        _folder.Dispose();
    }

    private async Task StartAsync()
    {
        TestPatients.Add([.. Enumerable.Range(1, 200).Select(static number => $"P{number:000000}")]);
        var started = TimeProvider.System.GetTimestamp();
        _server = await ServerProcess.StartAsync(Data, "--demo");
        StartedIn = TimeProvider.System.GetElapsedTime(started);
    }
}
