using BenchmarkDotNet.Attributes;
using OrderCheck.Core.Grouping;
using OrderCheck.Core.Grouping.Reasons;

namespace OrderCheck.Benchmarks.Grouping;

/// <summary>A case from code strings to its group on one core; times and bytes are of one case.</summary>
[Config(typeof(InProcess))]
public class GroupingBenchmarks
{
    private const int Count = 10_000;

    private Grouper _grouper = null!;
    private Explainer _explainer = null!;
    private GroupingCase[] _cases = null!;

    [GlobalSetup]
    public void Load()
    {
        var scheme = BenchmarkScheme.Build();
        _grouper = new Grouper(scheme);
        _explainer = new Explainer(scheme);
        _cases = BenchmarkScheme.Cases(scheme, Count);
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Count)]
    public int WithoutReasons()
    {
        var grouped = 0;
        foreach (var patient in _cases)
            if (_grouper.Group(patient).Status == GroupingStatus.Grouped)
                grouped++;
        return grouped;
    }

    [Benchmark(OperationsPerInvoke = Count)]
    public int WithReasons()
    {
        var tried = 0;
        foreach (var patient in _cases)
            tried += _explainer.Explain(patient).Tried.Length;
        return tried;
    }
}
