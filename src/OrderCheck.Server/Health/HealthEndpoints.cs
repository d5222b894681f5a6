using OrderCheck.Grains.Releases;
using OrderCheck.Ledger;
using OrderCheck.Server.Releases;

namespace OrderCheck.Server.Health;

/// <summary>What a supervisor or load balancer asks, without identity. It tells no more than whether and why not.</summary>
internal static class HealthEndpoints
{
    private static readonly TimeSpan ProbeLimit = TimeSpan.FromSeconds(2);

    public static void MapHealth(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/health/live", static () => Results.Json(new HealthAnswer("live")));
        endpoints.MapGet("/health/ready", ReadyAsync);
    }

    /// <summary>
    /// 503 until the start is done. A store that fails later leaves 200 with "degraded": checks go on without it, and a load
    /// balancer must not take them from the doctors.
    /// </summary>
    private static async Task<IResult> ReadyAsync(
        Readiness readiness, ReleaseHolder releases, ReleaseKeeper keeper, IStore store, ILoggerFactory logging, CancellationToken cancellation)
    {
        if (!readiness.IsReady)
            return Results.Json(new HealthAnswer("starting") { Step = readiness.Step }, statusCode: StatusCodes.Status503ServiceUnavailable);
        var reason = await ProbeAsync(store, cancellation);
        if (reason is not null)
            ServerLog.StoreDegraded(logging.CreateLogger(nameof(HealthEndpoints)), reason);
        return Results.Json(new HealthAnswer(reason is null ? "ready" : "degraded")
        {
            Release = releases.Current?.Number,
            ReleaseArchive = keeper.IsBehind ? "behind" : null,
            Store = reason ?? "open",
        });
    }

    private static async Task<string?> ProbeAsync(IStore store, CancellationToken cancellation)
    {
        try
        {
            await store.ProbeAsync(cancellation).WaitAsync(ProbeLimit, cancellation);
            return null;
        }
        catch (LedgerUnavailableException e)
        {
            return e.Reason;
        }
        catch (TimeoutException)
        {
            return "store_slow";
        }
    }
}
