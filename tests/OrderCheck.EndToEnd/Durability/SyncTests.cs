using System.Globalization;
using System.Text.RegularExpressions;
using OrderCheck.EndToEnd.Servers;
using Xunit;

namespace OrderCheck.EndToEnd.Durability;

/// <summary>
/// kill -9 cannot show that a write reached the disk, since the system's cache outlives the process. So the system calls are
/// watched: between each request and its acknowledgement the ledger is synced.
/// </summary>
public sealed partial class SyncTests
{
    private const int Requests = 25;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task The_ledger_is_synced_between_each_request_and_its_acknowledgement()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/strace"), "strace is not installed.");
        await using var server = await OwnServer.StartAsync();
        await server.AdmitAsync("v");
        using var folder = new TemporaryFolder();
        await using var strace = ChildProcess.Start(
            "strace", ["-f", "-ttt", "-T", "-y", "-e", "trace=fdatasync,fsync", "-o", folder["calls"], "-p", $"{server.Process.ProcessId}"]);
        await Wait.UntilAsync(
            () => Task.FromResult(strace.HasExited || strace.Output.Contains("attached")), "strace is attached", Patience, () => strace.Output);
        Assert.SkipWhen(strace.HasExited, $"strace cannot attach here: {strace.Output}");

        var calls = new List<(decimal Sent, decimal Acknowledged)>();
        for (var number = 0; number < Requests; number++)
        {
            var sent = Now();
            await server.ChargeAsync("v", $"c{number}");
            calls.Add((sent, Now()));
        }

        await strace.StopAsync("INT");
        var syncs = Syncs(await File.ReadAllLinesAsync(folder["calls"], TestContext.Current.CancellationToken)).ToList();
        Assert.All(calls, call => Assert.Contains(syncs, sync => call.Sent <= sync && sync <= call.Acknowledged));
    }

    /// <summary>Seconds since 1970 at which a sync of a ledger's file had succeeded.</summary>
    private static IEnumerable<decimal> Syncs(IEnumerable<string> lines)
    {
        var underWay = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in lines)
        {
            if (SyncCall().Match(line) is not { Success: true } call)
                continue;
            var (thread, rest) = (call.Groups["thread"].Value, call.Groups["rest"].Value);
            var started = Number(call.Groups["time"].Value);
            if (rest.Contains("<unfinished", StringComparison.Ordinal))
                underWay[thread] = rest;
            else if (rest.Contains("= 0", StringComparison.Ordinal)
                && (rest + underWay.GetValueOrDefault(thread)).Contains("ledger.db", StringComparison.Ordinal))
                yield return rest.Contains("resumed", StringComparison.Ordinal) ? started : started + Number(Took().Match(rest).Groups[1].Value);
        }
    }

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);

    private static decimal Now() => (TimeProvider.System.GetUtcNow() - DateTimeOffset.UnixEpoch).Ticks / (decimal)TimeSpan.TicksPerSecond;

    [GeneratedRegex(@"^(?<thread>\d+)\s+(?<time>\d+\.\d+)\s+(?<rest>.*f(data)?sync.*)$")]
    private static partial Regex SyncCall();

    [GeneratedRegex(@"<(\d+\.\d+)>$")]
    private static partial Regex Took();
}
