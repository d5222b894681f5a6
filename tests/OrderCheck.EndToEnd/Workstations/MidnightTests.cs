using System.Diagnostics;
using OrderCheck.EndToEnd.Servers;
using OrderCheck.EndToEnd.Story;
using OrderCheck.Protocol.V1;
using Xunit;

namespace OrderCheck.EndToEnd.Workstations;

/// <summary>20 000 automatic lines at midnight: all are judged and listed, and doctors who check meanwhile do not notice.</summary>
[Collection(SharedServerCollection.Name)]
public sealed class MidnightTests(SharedServer shared)
{
    private const int Rounds = 2;
    private const int Lines = 20_000;
    private const double Most = 1.2;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(10);

    /// <summary>
    /// Measures, so it runs only when asked for by name: on a machine that does other things it says nothing. Quiet rounds and
    /// rounds with a batch take turns, so that what the machine itself does meets both; each figure is the median of its rounds.
    /// </summary>
    /// <param name="patients">Among whom the lines are spread; each has one posting, and all come at once.</param>
    [Theory(Explicit = true)]
    [InlineData(20)]
    [InlineData(1000)]
    public async Task The_batch_of_midnight_slows_no_check_by_more_than_a_fifth(int patients)
    {
        await shared.His.ReportAsync("awake", "admit", Facts.Admit("awake"));
        var visits = Enumerable.Range(0, Rounds + 1).Select(round => Enumerable.Range(0, patients).Select(patient => $"asleep-{patients}-{round}-{patient}").ToArray()).ToArray();
        foreach (var some in visits.SelectMany(static round => round).Chunk(50))
            await Task.WhenAll(some.Select(visit => shared.His.ReportAsync(visit, "admit", Facts.Admit(visit))));
        await NightAsync(visits[0], Lines / 10);

        var (quiet, busy) = (new List<CheckTimes>(), new List<CheckTimes>());
        for (var round = 1; round <= Rounds; round++)
        {
            quiet.Add(await QuietAsync());
            var (checks, took) = await NightAsync(visits[round], Lines);
            busy.Add(checks);
            TestContext.Current.TestOutputHelper!.WriteLine($"round {round}: quiet {quiet[^1]}; at midnight {checks}; batch {took.TotalSeconds:0.0} s");
        }

        var (p50, p99) = (CheckTimes.Ratio(busy, quiet, 0.5), CheckTimes.Ratio(busy, quiet, 0.99));
        TestContext.Current.TestOutputHelper!.WriteLine($"at midnight p50 {p50:0.00} and p99 {p99:0.00} times as long");
        Assert.True(p50 <= Most, $"p50 {p50:0.00} times as long at midnight");
        Assert.True(p99 <= Most, $"p99 {p99:0.00} times as long at midnight");
    }

    private async Task<CheckTimes> QuietAsync()
    {
        using var over = new CancellationTokenSource(Quiet);
        return await CheckTimes.OfAsync(shared.His, "awake", over.Token);
    }

    private async Task<(CheckTimes Checks, TimeSpan Took)> NightAsync(string[] visits, int lines)
    {
        // Made before: what the HIS needs for that is not the server's.
        var charges = visits.Select((_, patient) => LinesOf($"N{patient % 20}", lines / visits.Length)).ToArray();
        GC.Collect();
        using var over = new CancellationTokenSource();
        var during = CheckTimes.OfAsync(shared.His, "awake", over.Token);
        var started = Stopwatch.GetTimestamp();
        var receipts = await Task.WhenAll(charges.Select((own, patient) => PostAsync(visits[patient], own)));
        var took = Stopwatch.GetElapsedTime(started);
        await over.CancelAsync();
        Assert.All(receipts, receipt => Assert.Equal((lines / visits.Length, 0), (receipt.Recorded, receipt.Findings.Count)));
        return (await during, took);
    }

    /// <summary>Waits for the lines before it.</summary>
    private async Task<WriteReceipt> PostAsync(string visit, Charge[] charges)
    {
        var request = new PostChargesRequest { Encounter = new EncounterRef { VisitNumber = visit }, RequestId = "midnight", Charges = { charges } };
        return await shared.His.Orders.PostChargesAsync(request, shared.His.Options.WithDeadline(TimeProvider.System.GetUtcNow().UtcDateTime + Patience));
    }

    private static Charge[] LinesOf(string ward, int lines) =>
    [
        .. Enumerable.Range(0, lines).Select(line =>
            new Charge(Facts.Charge($"midnight-{line}", line % 10 == 0 ? StarterItems.OncePerDay : StarterItems.Plain)) { Automatic = true, Ward = ward }),
    ];
}
