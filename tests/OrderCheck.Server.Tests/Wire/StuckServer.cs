using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using OrderCheck.Core.Identity;
using OrderCheck.Grains.Encounters;
using OrderCheck.Server.Health;
using OrderCheck.Server.Hosting;
using OrderCheck.Server.Identity;
using Xunit;

namespace OrderCheck.Server.Tests.Wire;

/// <summary>A server in this process whose encounters never answer.</summary>
internal sealed class StuckServer : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("ordercheck-");
    private readonly WebApplication _app;

    private StuckServer(string[] options) => _app = ServerHost.Build(
        CommandLine.Parse(["--data", _data.FullName, "--rules", RulesFolder.Path, "--http-port", "0", "--grpc-port", "0", .. options]),
        static services => services.AddSingleton<IEncounterService, StuckEncounters>());

    /// <summary>As a HIS of its only hospital.</summary>
    public Calls Calls { get; private set; } = null!;

    public static async Task<StuckServer> StartAsync(params string[] options)
    {
        var server = new StuckServer(options);
        await server.StartAsync();
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        Calls?.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        _data.Delete(recursive: true);
    }

    private async Task StartAsync()
    {
        await _app.StartAsync(TestContext.Current.CancellationToken);
        await _app.Services.GetRequiredService<Readiness>().WaitAsync(TestContext.Current.CancellationToken).WaitAsync(Patience);
        var addresses = _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
        var (_, key) = await _app.Services.GetRequiredService<ApiKeyRegister>().CreateAsync(
            "k1", ["H1"], [Role.His], "", TestContext.Current.CancellationToken);
        Calls = new Calls(new Uri(addresses.First()), new Uri(addresses.Last()), key);
    }
}
