using System.Diagnostics;
using OrderCheck.EndToEnd.Workstations;
using OrderCheck.Protocol.V1;

namespace OrderCheck.EndToEnd.Releases;

/// <summary>Checks of five orders, one after another, while something else happens.</summary>
internal sealed class CheckedWhile
{
    public const int Orders = 5;

    private readonly List<double> _times = [];

    /// <summary>Answers that were not whole, by state and reasons.</summary>
    public List<string> Failed { get; } = [];

    /// <summary>Releases that answers named, in order, each time it changed.</summary>
    public List<long> Releases { get; } = [];

    /// <summary>In microseconds.</summary>
    public CheckTimes Times => new(_times);

    public int Count => _times.Count;

    public double LongestMilliseconds => Times.At(1) / 1_000;

    /// <param name="items">Services that orders are of: the odd numbers below.</param>
    /// <param name="seed">The same seed orders the same.</param>
    public static async Task<CheckedWhile> RunAsync(SyntheticServer server, int items, int seed, CancellationToken over)
    {
        var (run, random) = (new CheckedWhile(), new Random(seed));
        for (var last = false; !last;)
        {
            // One more is begun when it is over.
            last = over.IsCancellationRequested;
            int[] ordered = [.. Enumerable.Range(0, Orders).Select(_ => (random.Next(items / 2) * 2) + 1)];
            var began = Stopwatch.GetTimestamp();
            var answer = await server.CheckAsync(caller: 0, ordered.Distinct(), quantity: 1);
            run._times.Add(Stopwatch.GetElapsedTime(began).TotalMicroseconds);
            run.Note(answer);
        }
        return run;
    }

    public static async Task<CheckedWhile> ForAsync(SyntheticServer server, int items, int seed, TimeSpan time)
    {
        using var over = new CancellationTokenSource(time);
        return await RunAsync(server, items, seed, over.Token);
    }

    private void Note(CheckAnswer answer)
    {
        if (answer.State != CheckState.Complete)
            Failed.Add($"{answer.State}: {string.Join("; ", answer.StateReasons.Select(static reason => reason.Message))}");
        if (Releases.Count == 0 || Releases[^1] != answer.ReleaseNumber)
            Releases.Add(answer.ReleaseNumber);
    }
}
