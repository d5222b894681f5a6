using System.Globalization;
using OrderCheck.Ledger.Background;
using Xunit;

namespace OrderCheck.Ledger.Tests.Background;

public sealed class RuntimeCompilerTests
{
    private const int PlaceOfNiceness = 16;
    private static readonly string[] Names = [".NET Tiered Compilation Worker", "answering"];

    [Fact]
    public void The_thread_that_compiles_gives_way_and_no_other_does()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Threads of other systems have priorities of their own.");
        using var over = new ManualResetEventSlim();
        using var begun = new CountdownEvent(2);
        Thread[] threads = [.. Names.Select(name => new Thread(Wait) { IsBackground = true, Name = name })];
        foreach (var thread in threads)
            thread.Start();
        begun.Wait(TestContext.Current.CancellationToken);

        RuntimeCompiler.GiveWay();

        Assert.Contains(19, NicenessesOf(".NET Tiered Com"));
        Assert.DoesNotContain(0, NicenessesOf(".NET Tiered Com"));
        Assert.Equal([0], NicenessesOf("answering"));
        over.Set();
        foreach (var thread in threads)
            thread.Join();

        void Wait()
        {
            begun.Signal();
            over.Wait();
        }
    }

    private static IEnumerable<int> NicenessesOf(string name) =>
        Directory.EnumerateDirectories("/proc/self/task")
            .Select(static thread => File.ReadAllText(Path.Combine(thread, "stat")))
            .Where(stat => stat.Contains($"({name})", StringComparison.Ordinal))
            .Select(static stat => int.Parse(stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[PlaceOfNiceness], CultureInfo.InvariantCulture))
            .Order();
}
