namespace OrderCheck.Cli.Load;

/// <summary>Two kinds of calls measured in turns, so that whatever else the machine does meets both.</summary>
/// <param name="Base">Medians over the rounds.</param>
/// <param name="Other">Medians over the rounds.</param>
/// <param name="P50">Median over the rounds of the ratio of the halves: other ÷ base.</param>
/// <param name="P99">The same of the slowest hundredth.</param>
/// <param name="Throughput">The same of calls a second.</param>
internal sealed record Comparison(Latencies Base, Latencies Other, double P50, double P99, double Throughput)
{
    /// <param name="rounds">At least 1; the first round before them only warms up.</param>
    public static async Task<Comparison> RunAsync(int rounds, Func<Task<Latencies>> first, Func<Task<Latencies>> second)
    {
        await first();
        await second();
        var (ones, others) = (new List<Latencies>(), new List<Latencies>());
        for (var round = 0; round < rounds; round++)
        {
            ones.Add(await first());
            others.Add(await second());
        }
        var pairs = ones.Zip(others).ToList();
        return new Comparison(
            Latencies.MedianOf(ones),
            Latencies.MedianOf(others),
            Latencies.Median(pairs.Select(pair => pair.Second.P50 / pair.First.P50)),
            Latencies.Median(pairs.Select(pair => pair.Second.P99 / pair.First.P99)),
            Latencies.Median(pairs.Select(pair => pair.Second.PerSecond / pair.First.PerSecond)));
    }
}
