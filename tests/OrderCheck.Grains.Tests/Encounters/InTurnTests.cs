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
        const int Edits = 12;
        await using var ward = await Ward.OpenAsync(release: Rulebook.Release());
        for (var edit = 1; edit <= Edits; edit++)
        {
            var line = Case.Order("r1", Rulebook.Bed) with { Quantity = new Quantity(edit, "日") };
            // Asked about as it is told, so that nothing is left to be judged late.
            await ward.Encounters.CheckReportedAsync(
                Ward.His, "V1", new ReportedCheck(new ReportedEncounter { Orders = [line] }, [line], [Stage.Order]), TestContext.Current.CancellationToken);
        }

        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        var told = await ToldAsync(ward);
        // The clock stands still: nothing runs out meanwhile.
        while (!told.Contains(Edits))
        {
            Assert.False(patience.IsCancellationRequested, "Waited in vain for the last edit to be kept.");
            told = await ToldAsync(ward);
        }
        // Writes go one at a time: after this one the last telling is done.
        await new Case(ward, "V1").AdmittedAsync();

        Assert.Equal(Enumerable.Range(1, Edits).Select(static edit => (decimal)edit), told);
    }

    private static async Task<List<decimal>> ToldAsync(Ward ward) =>
        [.. (await ward.FactsAsync("V1")).Select(static recorded => recorded.Fact).OfType<OrderSigned>().Select(static signed => signed.Order.Quantity!.Value.Value)];

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
