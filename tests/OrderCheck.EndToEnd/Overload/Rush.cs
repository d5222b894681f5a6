using OrderCheck.Protocol.V1;

namespace OrderCheck.EndToEnd.Overload;

/// <summary>Callers who do not wait for each other.</summary>
internal static class Rush
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(5);

    /// <summary>Checks a second that as many callers get done as the server lets in, each waiting for its answer, once the server has compiled what it runs.</summary>
    public static async Task<double> CapacityAsync(Func<Task<CheckAnswer>> check, int callers, TimeSpan measuring)
    {
        await DoneAsync(check, callers, measuring);
        var started = TimeProvider.System.GetTimestamp();
        var done = await DoneAsync(check, callers, measuring);
        return done / TimeProvider.System.GetElapsedTime(started).TotalSeconds;
    }

    private static async Task<int> DoneAsync(Func<Task<CheckAnswer>> check, int callers, TimeSpan length)
    {
        var started = TimeProvider.System.GetTimestamp();
        var lanes = await Task.WhenAll(Enumerable.Range(0, callers).Select(_ => Task.Run(async () =>
        {
            var done = 0;
            while (TimeProvider.System.GetElapsedTime(started) < length)
            {
                if ((await check()).State == CheckState.Complete)
                    done++;
            }
            return done;
        })));
        return lanes.Sum();
    }

    /// <summary>Sends so many checks a second, whether they are answered or not; ends when all are.</summary>
    public static async Task<IReadOnlyList<RushedCall>> RunAsync(Func<Task<CheckAnswer>> check, double perSecond, TimeSpan length)
    {
        var calls = new List<Task<RushedCall>>();
        using var timer = new PeriodicTimer(Tick);
        var started = TimeProvider.System.GetTimestamp();
        while (TimeProvider.System.GetElapsedTime(started) is var elapsed && elapsed < length)
        {
            for (var due = (int)(elapsed.TotalSeconds * perSecond); calls.Count < due;)
                calls.Add(CallAsync(check));
            await timer.WaitForNextTickAsync();
        }
        return await Task.WhenAll(calls);
    }

    private static async Task<RushedCall> CallAsync(Func<Task<CheckAnswer>> check)
    {
        var began = TimeProvider.System.GetTimestamp();
        var answer = await check();
        return new RushedCall(answer, TimeProvider.System.GetElapsedTime(began));
    }
}
