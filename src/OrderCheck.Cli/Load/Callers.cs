namespace OrderCheck.Cli.Load;

/// <summary>Callers that send one call after the other, each waiting for its answer, as workstations do.</summary>
internal static class Callers
{
    /// <param name="call">Gets the caller's number, from 0, and the number of its call, from 0.</param>
    /// <param name="calls">Of each caller.</param>
    public static async Task<Latencies> RunAsync(int callers, int calls, Func<int, int, Task> call)
    {
        var started = TimeProvider.System.GetTimestamp();
        var lanes = await Task.WhenAll(Enumerable.Range(0, callers).Select(caller => Task.Run(() => LaneAsync(caller, calls, call))));
        return Latencies.Of([.. lanes.SelectMany(lane => lane)], TimeProvider.System.GetElapsedTime(started));
    }

    private static async Task<List<double>> LaneAsync(int caller, int calls, Func<int, int, Task> call)
    {
        var micros = new List<double>(calls);
        for (var number = 0; number < calls; number++)
        {
            var began = TimeProvider.System.GetTimestamp();
            await call(caller, number);
            micros.Add(TimeProvider.System.GetElapsedTime(began).TotalMicroseconds);
        }
        return micros;
    }
}
