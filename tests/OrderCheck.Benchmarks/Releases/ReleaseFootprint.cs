using System.Diagnostics;
using OrderCheck.Core.Rules;
using OrderCheck.Ledger.Releases;
using OrderCheck.Tests.Scale;

namespace OrderCheck.Benchmarks.Releases;

/// <summary>What a release of many rows takes: time and memory to make, memory to keep, time to look an item up.</summary>
internal static class ReleaseFootprint
{
    private const int LookUps = 200_000;

    public static void Print(TextWriter output, int rows)
    {
        var folder = Directory.CreateTempSubdirectory("ordercheck-release-").FullName;
        try
        {
            new SyntheticKnowledge(Path.Combine(StarterRules.Root(), "rules"), SyntheticSize.Of(rows)).Write(folder, "1");
            var before = Kept();
            var release = Made(folder, null, output);
            var kept = Kept() - before;
            output.WriteLine($"kept: {kept / 1e6:0} MB, {kept / (double)rows:0} bytes a row");
            LookUp(release, rows, output);
            var next = Made(folder, release, output);
            new SyntheticKnowledge(Path.Combine(StarterRules.Root(), "rules"), SyntheticSize.Of(rows)).Write(folder, "2");
            output.WriteLine("every row and rule changed:");
            GC.KeepAlive(Made(folder, next, output));
            output.WriteLine($"peak working set: {Process.GetCurrentProcess().PeakWorkingSet64 / 1e6:0} MB");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static Release Made(string folder, Release? before, TextWriter output)
    {
        using var pauses = new Pauses();
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var (collections, paused, began) = (GC.CollectionCount(2), GC.GetTotalPauseDuration(), Stopwatch.GetTimestamp());
        var read = RuleFolderReader.Read(folder);
        var readIn = Stopwatch.GetElapsedTime(began);
        ReleaseBuilder.HashOf(read);
        var hashedIn = Stopwatch.GetElapsedTime(began);
        var release = StarterRules.Build(read, before);
        output.WriteLine(
            $"read {readIn.TotalSeconds:0.00} s, hashed after {hashedIn.TotalSeconds:0.00} s, made after {Stopwatch.GetElapsedTime(began).TotalSeconds:0.00} s; "
            + $"collections of the second generation {GC.CollectionCount(2) - collections}, paused {(GC.GetTotalPauseDuration() - paused).TotalMilliseconds:0} ms in all");
        output.WriteLine($"allocated {(GC.GetAllocatedBytesForCurrentThread() - allocated) / 1e6:0} MB; pauses: {pauses}");
        return release;
    }

    private static void LookUp(Release release, int rows, TextWriter output)
    {
        var items = SyntheticSize.Of(rows).Items;
        var random = new Random(1);
        string[] codes = [.. Enumerable.Range(0, LookUps).Select(_ => SyntheticKnowledge.CodeOf(random.Next(items)))];
        for (var round = 1; round <= 2; round++)
        {
            var (found, began, allocated) = (0L, Stopwatch.GetTimestamp(), GC.GetAllocatedBytesForCurrentThread());
            foreach (var code in codes)
                found += release.CandidatesFor(code).Length;
            var took = Stopwatch.GetElapsedTime(began).TotalNanoseconds / LookUps;
            output.WriteLine($"look-up, round {round}: {took:0} ns, {(GC.GetAllocatedBytesForCurrentThread() - allocated) / LookUps} bytes, {found / (double)LookUps:0.0} candidates");
        }
    }

    private static long Kept()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        return GC.GetTotalMemory(forceFullCollection: true);
    }
}
