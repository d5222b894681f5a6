using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;
using OrderCheck.Core.Rules;
using OrderCheck.Core.Simulation;
using OrderCheck.Server.Demo;
using OrderCheck.Server.Identity;

namespace OrderCheck.Server.Hosting;

/// <summary>What is printed once the service is ready: where to reach it, and what to do first.</summary>
internal sealed class Banner(IServer server, IHostApplicationLifetime lifetime, IOptions<OrderCheckOptions> options, TimeProvider time)
{
    /// <param name="bootstrapKey">Path of the first administrator's key file; null if an administrator exists.</param>
    public async Task PrintAsync(Release release, string? bootstrapKey, CancellationToken cancellation)
    {
        var (http, grpc) = await AddressesAsync(cancellation);
        var lines = new List<string>
        {
            "",
            $"OrderCheck is ready: release {release.Number}, {release.Rules.Count} rules, {release.Knowledge.Values.Sum(static rows => rows.Count)} rows of knowledge.",
            $"  JSON    {http}/v1",
            $"  NHSA    {http}/nhsa/3101",
            $"  gRPC    {grpc}",
            $"  health  {http}/health/ready",
        };
        if (options.Value.Demo)
            lines.AddRange(["", $"Demo hospital {DemoHospital.Code}, key \"{CallerReader.DemoKey}\" from this machine. Try:", "", DemoExample.Curl(http, release, time.GetUtcNow())]);
        else if (bootstrapKey is not null)
            lines.AddRange(["", .. FirstAdministrator(http, bootstrapKey)]);
        lines.Add("");
        await Console.Out.WriteLineAsync(string.Join(Environment.NewLine, lines));
        await Console.Out.FlushAsync(cancellation);
    }

    private static IEnumerable<string> FirstAdministrator(string http, string bootstrapKey) =>
    [
        $"Nobody may do anything yet. The first administrator's one-time key is in {bootstrapKey}. Create an administrator's key with it:",
        "",
        $"curl -H \"x-api-key: $(cat '{bootstrapKey}')\" -H 'content-type: application/json' \\",
        $"     -d '{{\"roles\":[\"admin\"],\"note\":\"first administrator\"}}' {http}/v1/api-keys",
    ];

    private async Task<(string Http, string Grpc)> AddressesAsync(CancellationToken cancellation)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var registration = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(cancellation);
        var addresses = server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        return (addresses.First(), addresses.Last());
    }
}
