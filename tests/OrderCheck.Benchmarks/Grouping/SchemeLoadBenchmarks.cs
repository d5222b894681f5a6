using BenchmarkDotNet.Attributes;
using OrderCheck.Core.Grouping;
using OrderCheck.Core.Grouping.Schemes;
using OrderCheck.Core.Rules;

namespace OrderCheck.Benchmarks.Grouping;

/// <summary>A scheme from the texts of its files to its compiled form.</summary>
[Config(typeof(InProcess))]
public class SchemeLoadBenchmarks
{
    private readonly IReadOnlyList<RuleFile> _files = BenchmarkScheme.Files;

    [Benchmark]
    public GroupingScheme? Load() => SchemeBuilder.Build(_files).Scheme;
}
