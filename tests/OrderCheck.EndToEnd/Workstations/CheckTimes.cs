using System.Diagnostics;
using OrderCheck.EndToEnd.Servers;
using OrderCheck.EndToEnd.Story;

namespace OrderCheck.EndToEnd.Workstations;

/// <summary>How long the checks of one round took, in microseconds.</summary>
internal sealed class CheckTimes(IEnumerable<double> times)
{
    private readonly double[] _sorted = [.. times.Order()];

    /// <param name="share">0.99: so many of the checks took no longer.</param>
    public double At(double share) => _sorted[(int)(share * (_sorted.Length - 1))];

    /// <summary>How many times as long as in the other rounds, by the medians over the rounds.</summary>
    public static double Ratio(IEnumerable<CheckTimes> rounds, IEnumerable<CheckTimes> others, double share) => Median(rounds, share) / Median(others, share);

    /// <summary>Checks one after another until it is over.</summary>
    public static async Task<CheckTimes> OfAsync(His his, string visit, CancellationToken over)
    {
        var times = new List<double>();
        while (!over.IsCancellationRequested)
        {
            var started = Stopwatch.GetTimestamp();
            await his.CheckAsync(visit, Facts.Service($"o{times.Count % 100}", StarterItems.OncePerDay, quantity: "2"));
            times.Add(Stopwatch.GetElapsedTime(started).TotalMicroseconds);
        }
        return new CheckTimes(times);
    }

    public override string ToString() => $"p50 {At(0.5):0} p99 {At(0.99):0} p99.9 {At(0.999):0} µs of {_sorted.Length}";

    private static double Median(IEnumerable<CheckTimes> rounds, double share) => new CheckTimes(rounds.Select(round => round.At(share))).At(0.5);
}
