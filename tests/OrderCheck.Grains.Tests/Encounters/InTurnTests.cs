using System.Collections.Concurrent;
using OrderCheck.Core.Amounts;
using OrderCheck.Core.Checks;
using OrderCheck.Core.Encounters;
using OrderCheck.Core.Orders;
using OrderCheck.Grains.Encounters;
using OrderCheck.Grains.Tests.Clusters;
using OrderCheck.Grains.Tests.Releases;

namespace OrderCheck.Grains.Tests.Encounters;

/// <summary>What is told of an encounter twice is kept as it was told last.</summary>
public sealed class InTurnTests
{
    [Fact]
    public async Task A_line_that_is_edited_again_and_again_ends_as_it_was_told_last()
    {
        const int Edits = 40;
        await using var ward = await Ward.OpenAsync(release: Rulebook.Release());
        for (var edit = 1; edit <= Edits; edit++)
        {
            var line = Case.Order("r1", Rulebook.Bed) with { Quantity = new Quantity(edit, "日") };
            await ward.Encounters.CheckReportedAsync(
                Ward.His, "V1", new ReportedCheck(new ReportedEncounter { Orders = [line] }, [], [Stage.Order]), TestContext.Current.CancellationToken);
        }

        var told = await ward.UntilAsync(
            async () => (await ward.FactsAsync("V1")).Select(recorded => recorded.Fact).OfType<OrderSigned>().Select(signed => signed.Order.Quantity!.Value.Value).ToList(),
            quantities => quantities.Contains(Edits), "the last edit to be kept");

        Assert.Equal(Enumerable.Range(1, Edits).Select(edit => (decimal)edit), told);
        await QuietAsync(ward);
    }

    /// <summary>Nothing is under way that the end of the ward would cut off: tellings, late judgements and writes go one at a time.</summary>
    private static async Task QuietAsync(Ward ward)
    {
        var visit = new Case(ward, "V1");
        await visit.AdmittedAsync();
        await ward.UntilAsync(
            () => ward.Store.Ledger.ListAwaitingJudgementAsync(10, TestContext.Current.CancellationToken), static waiting => waiting.Count == 0, "the line to be judged late");
        await visit.WriteAsync(new StayUpdated(new StayDetails { Bed = "2" }) { Id = "bed", OccurredAt = Ward.Morning });
    }

    [Fact]
    public void Who_begins_has_all_that_comes_meanwhile_and_what_comes_afterwards_is_begun_anew()
    {
        var turn = new InTurn<string, int>();

        Assert.True(turn.Add("V1", 1));
        Assert.False(turn.Add("V1", 2));
        Assert.True(turn.Add("V2", 3));
        Assert.Equal([1, 2], Taken(turn, "V1"));
        Assert.True(turn.Add("V1", 4));
        Assert.Equal([3], Taken(turn, "V2"));
        Assert.Equal([4], Taken(turn, "V1"));
    }

    [Fact]
    public async Task Of_one_encounter_nothing_is_done_twice_left_out_or_at_the_same_time_whoever_adds_it()
    {
        const int Each = 10_000;
        var (turn, done, atWork) = (new InTurn<string, int>(), new ConcurrentQueue<int>(), 0);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(adder => Task.Run(() =>
        {
            for (var i = 0; i < Each; i++)
            {
                if (!turn.Add("V1", (adder * Each) + i))
                    continue;
                while (turn.TryTake("V1", out var work))
                {
                    Assert.Equal(1, Interlocked.Increment(ref atWork));
                    done.Enqueue(work);
                    Interlocked.Decrement(ref atWork);
                }
            }
        })));

        Assert.Equal(Enumerable.Range(0, 4 * Each), done.Order());
        foreach (var adder in done.GroupBy(static work => work / Each))
            Assert.Equal(adder.Order(), adder);
    }

    private static IEnumerable<int> Taken(InTurn<string, int> turn, string key)
    {
        while (turn.TryTake(key, out var work))
            yield return work;
    }
}
