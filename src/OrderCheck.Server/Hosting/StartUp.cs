using Microsoft.Extensions.Options;
using OrderCheck.Core.Rules;
using OrderCheck.Grains.Releases;
using OrderCheck.Ledger.Installation;
using OrderCheck.Server.Administration;
using OrderCheck.Server.Demo;
using OrderCheck.Server.Health;
using OrderCheck.Server.Hospitals;
using OrderCheck.Server.Identity;
using OrderCheck.Server.Releases;

namespace OrderCheck.Server.Hosting;

/// <summary>
/// What is done between "the store is open" and "ready". Health answers meanwhile; a start that cannot succeed ends the
/// process with exit code 2 for faults in the rules and 1 for everything else.
/// </summary>
internal sealed class StartUp(
    ReleasePublisher publisher,
    ReleaseHolder releases,
    HospitalRegister hospitals,
    DemoLoader demo,
    BootstrapKey bootstrap,
    IInstallationStore store,
    ApiKeySecret secret,
    Readiness readiness,
    Banner banner,
    IOptions<OrderCheckOptions> options,
    IHostApplicationLifetime lifetime,
    TimeProvider time,
    ILogger<StartUp> logger) : BackgroundService
{
    public const int RuleFaults = 2;
    public const int OtherFault = 1;

    private const int MostFaultsShown = 50;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await OpenAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The process is being ended before it was ready.
        }
        catch (InvalidDataException refused)
        {
            await Console.Error.WriteLineAsync(refused.Message);
            End(OtherFault);
        }
#pragma warning disable CA1031 // Whatever it was: the process must not stay alive and never get ready.
        catch (Exception error)
#pragma warning restore CA1031
        {
            ServerLog.StartFailed(logger, error);
            End(OtherFault);
        }
    }

    private async Task OpenAsync(CancellationToken cancellation)
    {
        var started = time.GetTimestamp();
        await PepperProof.RequireAsync(store, secret, options.Value.Data, cancellation);
        readiness.Step = "compiling rules";
        var build = await publisher.OpenAsync(cancellation);
        if (build.Release is not { } release)
        {
            await RefuseAsync(build.Faults);
            return;
        }

        readiness.Step = "opening hospitals";
        await hospitals.LoadAsync(cancellation);
        var firstAdministratorMissing = await bootstrap.EnsureAsync(cancellation);
        if (options.Value.Demo)
        {
            readiness.Step = "loading the demo hospital";
            await demo.LoadAsync(release, cancellation);
        }

        readiness.Step = "checking one order";
        SyntheticCheck.Run(releases.Current!, time.GetUtcNow());
        readiness.Reach();
        var seconds = time.GetElapsedTime(started).TotalSeconds;
        ServerLog.Ready(logger, seconds);
        await banner.PrintAsync(release, firstAdministratorMissing ? bootstrap.Path : null, cancellation);
    }

    private async Task RefuseAsync(IReadOnlyList<Fault> faults)
    {
        await Console.Error.WriteLineAsync($"The rules in {options.Value.Rules} cannot be used; {faults.Count} faults:");
        foreach (var fault in faults.Take(MostFaultsShown))
            await Console.Error.WriteLineAsync($"  {Path.Combine(options.Value.Rules, fault.File)}:{fault.Line}:{fault.Column}: {fault.Message}");
        if (faults.Count > MostFaultsShown)
            await Console.Error.WriteLineAsync($"  and {faults.Count - MostFaultsShown} more: ordercheck rules validate {options.Value.Rules}");
        End(RuleFaults);
    }

    private void End(int exitCode)
    {
        Environment.ExitCode = exitCode;
        lifetime.StopApplication();
    }
}
