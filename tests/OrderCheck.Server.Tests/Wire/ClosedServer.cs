using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using OrderCheck.Ledger.Checks;
using OrderCheck.Server.Health;
using OrderCheck.Server.Hosting;
using Serilog.Core;
using Xunit;

namespace OrderCheck.Server.Tests.Wire;

/// <summary>A server in this process as an installation starts it: empty and closed, on free ports, with the project's own rules.</summary>
public sealed class ClosedServer : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("ordercheck-");
    private WebApplication? _app;

    internal ErrorLogs Logs { get; } = new();

    internal ICheckStore Checks => _app!.Services.GetRequiredService<ICheckStore>();

    internal string Data => _data.FullName;

    internal Uri Http { get; private set; } = null!;

    internal Uri Grpc { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        var line = CommandLine.Parse(["--data", Data, "--rules", RulesFolder.Path, "--http-port", "0", "--grpc-port", "0"]);
        _app = ServerHost.Build(line, services => services.AddSingleton<ILogEventSink>(Logs));
        // Through all that a log goes through: whether a server has a warning to say by itself depends on how fast it is, and an empty log was not kept.
        _app.Services.GetRequiredService<Serilog.ILogger>().Warning("A server of these tests starts.");
        await _app.StartAsync(TestContext.Current.CancellationToken);
        var addresses = _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
        (Http, Grpc) = (new Uri(addresses.First()), new Uri(addresses.Last()));
        // A start that fails ends the process; waiting for it to get ready would then be in vain.
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(_app.Lifetime.ApplicationStopping);
        limit.CancelAfter(Patience);
        await _app.Services.GetRequiredService<Readiness>().WaitAsync(limit.Token);
    }

    public async ValueTask DisposeAsync()
    {
        if (_app is not null)
        {
            await _app.StopAsync();
            await _app.DisposeAsync();
        }

        Logs.AssertNoError();
        Logs.Dispose();
        _data.Delete(recursive: true);
    }
}
