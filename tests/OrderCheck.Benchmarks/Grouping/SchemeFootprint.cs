using System.Diagnostics;
using OrderCheck.Core.Grouping;

namespace OrderCheck.Benchmarks.Grouping;

/// <summary>What the first load of a process takes, and what a loaded scheme keeps.</summary>
internal static class SchemeFootprint
{
    public static void Print(TextWriter output)
    {
        var files = BenchmarkScheme.Files;
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var started = Stopwatch.GetTimestamp();
        var scheme = BenchmarkScheme.Build();
        var took = Stopwatch.GetElapsedTime(started);
        var kept = GC.GetTotalMemory(forceFullCollection: true) - before;
        output.WriteLine($"{scheme.Name}: {files.Count} files, first load {took.TotalMilliseconds:0} ms, keeps {kept / 1048576.0:0.0} MB");
        var cases = BenchmarkScheme.Cases(scheme, 100_000);
        var grouper = new Grouper(scheme);
        foreach (var _ in Enumerable.Range(0, 5))
        {
            var began = Stopwatch.GetTimestamp();
            // On a machine that others use too, processor time says more than the clock.
            var usage = Environment.CpuUsage.TotalTime;
            var allocated = GC.GetAllocatedBytesForCurrentThread();
            foreach (var patient in cases)
                grouper.Group(patient);
            allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
            usage = Environment.CpuUsage.TotalTime - usage;
            output.WriteLine($"{cases.Length / Stopwatch.GetElapsedTime(began).TotalSeconds:0} cases/s, {cases.Length / usage.TotalSeconds:0} by processor time, {allocated} bytes in {cases.Length} cases");
        }
    }
}
