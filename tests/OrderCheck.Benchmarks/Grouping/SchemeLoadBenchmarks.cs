using BenchmarkDotNet.Attributes;
using OrderCheck.Core.Grouping;

namespace OrderCheck.Benchmarks.Grouping;

/// <summary>A scheme from the texts of its files to its compiled form.</summary>
[Config(typeof(InProcess))]
public class SchemeLoadBenchmarks
{
    [Benchmark]
    public GroupingScheme Load() => BenchmarkScheme.Build();
}
