namespace OrderCheck.Ledger;

/// <summary>Where histograms are cut: a check takes tens of microseconds, a commit a millisecond, a store in trouble seconds.</summary>
public static class MetricBuckets
{
    /// <summary>10 µs to 1 s, and 5 s for what hangs.</summary>
    public static IReadOnlyList<double> Seconds { get; } =
        [0.00001, 0.000025, 0.00005, 0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5];

    /// <summary>How many of something belong together, up to a long stay's entries.</summary>
    public static IReadOnlyList<long> Counts { get; } = [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048, 4096];
}
