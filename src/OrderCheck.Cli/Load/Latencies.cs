namespace OrderCheck.Cli.Load;

/// <summary>What the calls of one round took.</summary>
/// <param name="P50">Half of the calls took no longer, in microseconds.</param>
/// <param name="P99">99 of 100 calls took no longer, in microseconds.</param>
/// <param name="PerSecond">Calls that ended in a second of the round.</param>
internal readonly record struct Latencies(double P50, double P99, double PerSecond)
{
    /// <param name="micros">Of every call of the round, in any order; at least one.</param>
    /// <param name="elapsed">From the first call's begin to the last one's end.</param>
    public static Latencies Of(List<double> micros, TimeSpan elapsed)
    {
        micros.Sort();
        return new Latencies(At(micros, 0.50), At(micros, 0.99), micros.Count / elapsed.TotalSeconds);
    }

    /// <summary>Each figure's median over the rounds.</summary>
    public static Latencies MedianOf(IReadOnlyList<Latencies> rounds) => new(
        Median(rounds.Select(round => round.P50)), Median(rounds.Select(round => round.P99)), Median(rounds.Select(round => round.PerSecond)));

    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        var middle = sorted.Count / 2;
        return sorted.Count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private static double At(List<double> sorted, double share) => sorted[Math.Min(sorted.Count - 1, (int)Math.Ceiling(sorted.Count * share) - 1)];
}
