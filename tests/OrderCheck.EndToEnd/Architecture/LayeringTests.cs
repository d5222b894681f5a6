using Xunit;

namespace OrderCheck.EndToEnd.Architecture;

/// <summary>The arrows of the design point one way, and the domain is pure: facts in, findings and totals out.</summary>
[Trait("gate", "layering")]
public sealed class LayeringTests
{
    /// <summary>What touches the outside, the clock, chance or threads. A name ending in '.' bans the whole namespace.</summary>
    private static readonly string[] Impure =
    [
        "System.IO.File", "System.IO.FileInfo", "System.IO.FileStream", "System.IO.FileSystemInfo", "System.IO.FileSystemWatcher",
        "System.IO.Directory", "System.IO.DirectoryInfo", "System.IO.DriveInfo", "System.IO.Pipes.", "System.IO.MemoryMappedFiles.",
        "System.IO.IsolatedStorage.", "System.Net.", "System.Data.", "Npgsql.", "Microsoft.Data.", "StackExchange.", "Grpc.",
        "Orleans.", "Serilog.", "Microsoft.Extensions.", "System.Console", "System.Diagnostics.Process", "System.Diagnostics.Stopwatch",
        "System.Environment", "System.Random", "System.Security.Cryptography.RandomNumberGenerator", "System.Threading.Thread",
        "System.Threading.ThreadPool", "System.Threading.Timer", "System.Threading.PeriodicTimer", "System.Threading.Tasks.Parallel",
    ];

    private static readonly string[] ImpureMembers =
    [
        "System.DateTime.get_Now", "System.DateTime.get_UtcNow", "System.DateTime.get_Today", "System.DateTimeOffset.get_Now",
        "System.DateTimeOffset.get_UtcNow", "System.TimeProvider.get_System", "System.Guid.NewGuid", "System.Guid.CreateVersion7",
        "System.Threading.Tasks.Task.Run", "System.Threading.Tasks.Task.Delay", "System.Threading.Tasks.TaskFactory.StartNew",
        "System.IO.StreamReader..ctor", "System.IO.StreamWriter..ctor",
    ];

    /// <summary>An iterator method refers to it by the compiler's doing.</summary>
    private const string IteratorThread = "System.Environment.get_CurrentManagedThreadId";

    [Theory]
    [InlineData("OrderCheck.Core", "")]
    [InlineData("OrderCheck.Ledger", "OrderCheck.Core")]
    [InlineData("OrderCheck.Grains", "OrderCheck.Core OrderCheck.Ledger")]
    [InlineData("OrderCheck.Server", "OrderCheck.Core OrderCheck.Ledger OrderCheck.Grains OrderCheck.Interop OrderCheck.Console")]
    [InlineData("OrderCheck.Interop", "OrderCheck.Core")]
    [InlineData("OrderCheck.Cli", "OrderCheck.Core OrderCheck.Ledger OrderCheck.Interop")]
    public void A_part_refers_only_to_the_parts_below_it(string part, string below)
    {
        using var assembly = Open(part);

        var ours = assembly.Assemblies().Where(name => name.StartsWith("OrderCheck.", StringComparison.Ordinal));

        Assert.Empty(ours.Except(below.Split(' ')));
    }

    /// <summary>A HIS vendor gets it as one package, on each target.</summary>
    [Theory]
    [InlineData("net10.0")]
    [InlineData("netstandard2.0")]
    public void The_client_refers_to_no_part_of_ours(string target)
    {
        using var assembly = new BuiltAssembly(Repository.Built("OrderCheck.Client", "OrderCheck.Client.dll", target));

        Assert.DoesNotContain(assembly.Assemblies(), name => name.StartsWith("OrderCheck", StringComparison.Ordinal));
        Assert.Equal(target == "net10.0", assembly.Assemblies().Contains("Grpc.Net.Client"));
    }

    [Fact]
    public void Core_uses_no_type_that_reaches_outside_keeps_time_or_runs_threads()
    {
        using var core = Open("OrderCheck.Core");
        var environmentIsTheCompilers = core.Members().Where(name => name.StartsWith("System.Environment.", StringComparison.Ordinal))
            .All(name => name == IteratorThread);

        var impure = core.Types().Where(IsImpure).Where(name => name != "System.Environment" || !environmentIsTheCompilers);

        Assert.Empty(impure);
    }

    [Fact]
    public void Core_calls_nothing_that_tells_the_time_starts_a_task_or_opens_a_file()
    {
        using var core = Open("OrderCheck.Core");

        Assert.Empty(core.Members().Intersect(ImpureMembers));
    }

    [Fact]
    public void The_test_itself_sees_impure_references_where_there_are_some()
    {
        using var self = new BuiltAssembly(typeof(LayeringTests).Assembly.Location);

        Assert.Contains("System.IO.File", self.Types().Where(IsImpure));
        Assert.Contains("System.IO.File.OpenRead", self.Members());
    }

    private static bool IsImpure(string type) =>
        Impure.Any(banned => banned.EndsWith('.') ? type.StartsWith(banned, StringComparison.Ordinal) : type == banned);

    private static BuiltAssembly Open(string part) =>
        new(Repository.Built(part, part == "OrderCheck.Cli" ? "ordercheck.dll" : part + ".dll"));
}
