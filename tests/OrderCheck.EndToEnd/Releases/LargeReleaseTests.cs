using System.Diagnostics;
using OrderCheck.EndToEnd.Servers;
using OrderCheck.EndToEnd.Workstations;
using OrderCheck.Protocol.V1;
using OrderCheck.Tests.Scale;
using Xunit;

namespace OrderCheck.EndToEnd.Releases;

/// <summary>Very many rows are published into a running server while checks run.</summary>
[Collection(OneAtATime.Name)]
public sealed class LargeReleaseTests
{
    private const int Rounds = 7;

    /// <summary>Where what is looked for is not far from its bound: single rounds differ by a tenth.</summary>
    private const int ManyRounds = 21;
    private static readonly SyntheticSize Small = SyntheticSize.Of(1_000);
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(10);

    /// <summary>Bounds that a busy machine holds; the explicit test has the goals.</summary>
    [Fact]
    public async Task Fifty_thousand_rows_are_published_while_every_check_is_answered_whole_by_one_release()
    {
        var size = SyntheticSize.Of(50_000, expressions: 220);
        await using var server = await SyntheticServer.StartAsync(SyntheticSize.Of(1_000, expressions: 220), "1");
        server.Write(size, "1");

        var (published, run, took) = await PublishBesideChecksAsync(server);

        Assert.Empty(published.Faults);
        Assert.Equal(2, published.ReleaseNumber);
        Assert.Empty(run.Failed);
        // From the first answer by the new release on, no answer is by the old one.
        Assert.Equal([1, 2], run.Releases);
        Assert.True(took < TimeSpan.FromSeconds(60), $"Publishing took {took.TotalSeconds:0.0} s.");
        Assert.Empty((await CheckedWhile.ForAsync(server, size.Items, seed: 2, Round)).Failed);
        Assert.Contains("rows in large tables", server.Process.Output, StringComparison.Ordinal);
        server.Process.AssertNoUnexpectedErrors();
    }

    /// <summary>Measures, so it runs only when asked for by name, alone on the machine. Takes about three minutes.</summary>
    [Fact(Explicit = true)]
    public async Task A_million_rows_over_seven_hundred_thousand_codes()
    {
        await using var few = await SyntheticServer.StartAsync(Small, "1", asInstalled: true);
        await using var many = await SyntheticServer.StartAsync(Small, "1", asInstalled: true);
        await CheckedWhile.ForAsync(many, Small.Items, seed: 0, WarmUp);
        await CheckedWhile.ForAsync(few, Small.Items, seed: 0, WarmUp);
        var quiet = await CheckedWhile.ForAsync(many, Small.Items, seed: 1, WarmUp);
        many.Write(SyntheticSize.Million, "1");

        var (published, during, took) = await PublishBesideChecksAsync(many);
        Assert.Empty(published.Faults);
        Say($"quiet {quiet.Times}");
        Say($"while a million rows are published {during.Times}, longest {during.LongestMilliseconds:0.0} ms, failed {during.Failed.Count}");
        Say($"publishing {took.TotalSeconds:0.0} s, peak memory {many.PeakBytes() / 1e6:0} MB");

        var (ofFew, ofMany) = await ByTurnsAsync((few, Small.Items), (many, Small.Items), Rounds);
        Say($"of the same codes: p50 {CheckTimes.Ratio(ofMany, ofFew, 0.5):0.00}, p99 {CheckTimes.Ratio(ofMany, ofFew, 0.99):0.00} times that with {Small.Rows} rows; {ofMany[0]}; {ofFew[0]}");
        many.Write(SyntheticSize.Million, "2");
        var (again, duringNext, nextTook) = await PublishBesideChecksAsync(many);
        Assert.Empty(again.Faults);
        var peak = many.PeakBytes();
        Say($"the next million, every rule and row changed: {nextTook.TotalSeconds:0.0} s, {duringNext.Times}, longest {duringNext.LongestMilliseconds:0.0} ms, failed {duringNext.Failed.Count}, peak memory {peak / 1e6:0} MB");
        // No hospital has that: nearly every item is asked for for the first time, and made then.
        var (ofFewAgain, ofAny) = await ByTurnsAsync((few, Small.Items), (many, SyntheticSize.Million.Items), ManyRounds);
        Say($"of any of {SyntheticSize.Million.Items} codes: p50 {CheckTimes.Ratio(ofAny, ofFewAgain, 0.5):0.00}, p99 {CheckTimes.Ratio(ofAny, ofFewAgain, 0.99):0.00} times; {ofAny[0]}; {ofFewAgain[0]}");
        foreach (var line in many.Process.Output.Split('\n').Where(static line => line.Contains("rows in large tables", StringComparison.Ordinal)))
            Say(line);

        foreach (var (made, checks) in new[] { (took, during), (nextTook, duringNext) })
        {
            Assert.Empty(checks.Failed);
            Assert.True(made <= TimeSpan.FromSeconds(10), $"Publishing took {made.TotalSeconds:0.0} s.");
            Assert.True(checks.Times.At(0.99) <= 3 * quiet.Times.At(0.99), "The p99 of checks beside publishing is over three times the quiet one.");
            Assert.True(checks.LongestMilliseconds <= 50, $"A check took {checks.LongestMilliseconds:0.0} ms.");
        }
        Assert.True(peak <= 1_500_000_000, $"Peak memory {peak / 1e6:0} MB.");
        Assert.True(CheckTimes.Ratio(ofMany, ofFew, 0.5) <= 1.2, "Checks are slower with a million rows.");
        Assert.True(CheckTimes.Ratio(ofAny, ofFewAgain, 0.5) <= 1.2, "Checks of items that are asked for for the first time are slower.");
    }

    private static async Task<(List<CheckTimes> One, List<CheckTimes> Other)> ByTurnsAsync(
        (SyntheticServer Server, int Items) one, (SyntheticServer Server, int Items) other, int rounds)
    {
        var (ofOne, ofOther) = (new List<CheckTimes>(), new List<CheckTimes>());
        for (var round = 0; round < rounds; round++)
        {
            ofOne.Add((await CheckedWhile.ForAsync(one.Server, one.Items, round, Round)).Times);
            ofOther.Add((await CheckedWhile.ForAsync(other.Server, other.Items, round, Round)).Times);
        }
        return (ofOne, ofOther);
    }

    private static async Task<(PublishReleaseAnswer Answer, CheckedWhile Run, TimeSpan Took)> PublishBesideChecksAsync(SyntheticServer server)
    {
        using var over = new CancellationTokenSource();
        var checks = Task.Run(() => CheckedWhile.RunAsync(server, Small.Items, seed: 1, over.Token));
        var began = Stopwatch.GetTimestamp();
        var answer = await server.PublishAsync();
        var took = Stopwatch.GetElapsedTime(began);
        await over.CancelAsync();
        return (answer, await checks, took);
    }

    private static void Say(string line) => TestContext.Current.TestOutputHelper!.WriteLine(line);
}
