using OrderCheck.Core.Tables;
using Xunit;

namespace OrderCheck.Core.Tests.Tables;

public sealed class RecentFieldsTests
{
    [Fact]
    public void What_was_made_is_found_by_its_fields_and_by_no_others()
    {
        var recent = new RecentFields<string>([0, 2]);
        recent.Note([7, 1, 9], "7 and 9");

        Assert.True(recent.TryFind([7, 2, 9], out var made));
        Assert.Equal("7 and 9", made);
        Assert.False(recent.TryFind([7, 1, 8], out _));
        Assert.False(recent.TryFind([9, 1, 7], out _));
        Assert.False(recent.TryFind([-1, 1, -1], out _));
    }

    /// <summary>Far more than it remembers: what is found is always of the same fields.</summary>
    [Fact]
    public async Task Many_threads_find_what_was_made_of_the_same_fields_or_nothing()
    {
        var recent = new RecentFields<int[]>([0, 1]);
        var found = await Task.WhenAll(Enumerable.Range(0, 4).Select(seed => Task.Run(() =>
        {
            var (random, known) = (new Random(seed), 0);
            for (var turn = 0; turn < 50_000; turn++)
            {
                int[] row = [random.Next(200), random.Next(200)];
                if (!recent.TryFind(row, out var made))
                {
                    recent.Note(row, row);
                    continue;
                }
                known++;
                Assert.Equal(row, made);
            }
            return known;
        })));
        Assert.All(found, static known => Assert.InRange(known, 500, 49_000));
    }

    [Fact]
    public void What_is_found_costs_nothing()
    {
        var recent = new RecentFields<string>([0]);
        recent.Note([1], "one");
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var turn = 0; turn < 1_000; turn++)
            _ = recent.TryFind([1], out _);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }
}
