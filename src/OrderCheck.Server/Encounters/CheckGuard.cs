using Grpc.Core;
using Microsoft.Extensions.Options;
using OrderCheck.Core.Checks;
using OrderCheck.Grains.Checks;
using OrderCheck.Grains.Encounters;
using OrderCheck.Grains.Hospitals;
using OrderCheck.Grains.Permissions;
using OrderCheck.Server.Health;
using OrderCheck.Server.Hosting;
using OrderCheck.Server.Overload;

namespace OrderCheck.Server.Encounters;

/// <summary>A doctor is never stopped by our failure: a check that fails, or is not done in time, is answered "unchecked".</summary>
internal sealed class CheckGuard(IOptions<OrderCheckOptions> options, Readiness readiness, CallGate gate, TimeProvider time, ILogger<CheckGuard> logger)
{
    /// <summary>
    /// For the way back, at least: the answer has to be there before the caller's own deadline. Who gives more time leaves a
    /// tenth of it for that.
    /// </summary>
    private static readonly TimeSpan WayBack = TimeSpan.FromMilliseconds(20);

    /// <param name="check">Judges.</param>
    /// <param name="unjudged">Makes the answer for a reason, and keeps it.</param>
    /// <param name="context">Of the call; its deadline is kept.</param>
    /// <param name="reasons">What is said where nothing was judged; null: of orders.</param>
    public Task<CheckAnswer> RunAsync(
        Func<CancellationToken, Task<CheckAnswer>> check, Func<StateReason, CheckAnswer> unjudged, ServerCallContext context, NotJudgedReasons? reasons = null) =>
        RunAsync(check, unjudged, Counted, LimitOf(context), reasons ?? NotJudgedReasons.OfOrders, context.CancellationToken);

    /// <param name="check">Judges.</param>
    /// <param name="unjudged">Makes the answer for a reason, and keeps it.</param>
    /// <param name="counted">Counts an answer, and gives it back.</param>
    /// <param name="limit">How long the judging may take.</param>
    /// <param name="reasons">What is said where nothing was judged.</param>
    /// <param name="cancellation">The caller has gone.</param>
    public async Task<T> RunAsync<T>(
        Func<CancellationToken, Task<T>> check, Func<StateReason, T> unjudged, Func<T, T> counted, TimeSpan limit, NotJudgedReasons reasons, CancellationToken cancellation)
    {
        if (!readiness.IsReady)
            return counted(unjudged(reasons.Starting));
        if (!await gate.EnterCheckAsync(limit))
            return counted(unjudged(reasons.Overloaded));
        try
        {
            return counted(await check(cancellation).WaitAsync(limit, time, cancellation));
        }
        catch (TimeoutException)
        {
            ServerLog.CheckLate(logger, limit.TotalMilliseconds);
            return counted(unjudged(reasons.NotInTime));
        }
#pragma warning disable CA1031 // What the caller did wrong is said to it; everything else is our failure, and no reason to stop a doctor.
        catch (Exception error) when (!IsTheCallers(error) && !cancellation.IsCancellationRequested)
#pragma warning restore CA1031
        {
            ServerLog.CheckFailed(logger, error);
            return counted(unjudged(reasons.Failed));
        }
        finally
        {
            gate.LeaveCheck();
        }
    }

    private static bool IsTheCallers(Exception error) => error is RefusedException or NotPermittedException or UnknownHospitalException;

    private TimeSpan LimitOf(ServerCallContext context)
    {
        var limit = TimeSpan.FromMilliseconds(options.Value.CheckMilliseconds);
        if (context.Deadline == DateTime.MaxValue)
            return limit;
        var given = context.Deadline.ToUniversalTime() - time.GetUtcNow().UtcDateTime;
        var left = given - (given / 10 > WayBack ? given / 10 : WayBack);
        return left < TimeSpan.Zero ? TimeSpan.Zero : left < limit ? left : limit;
    }

    private static CheckAnswer Counted(CheckAnswer answer)
    {
        CheckMetrics.Answered(answer);
        return answer;
    }
}
