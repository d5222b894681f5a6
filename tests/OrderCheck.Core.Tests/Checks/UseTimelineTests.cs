using CsCheck;
using OrderCheck.Core.Charges;
using OrderCheck.Core.Checks;
using Xunit;

namespace OrderCheck.Core.Tests.Checks;

public sealed class UseTimelineTests
{
    private const int Days = 4;

    /// <summary>In the order of time; some are taken back, and several may be at one moment.</summary>
    private static readonly Gen<(int Hour, decimal Quantity)[]> SomeUses =
        Gen.Select(Gen.Int[0, 24 * Days], Gen.Int[-20_000, 40_000]).Select(static use => (Hour: use.Item1, Quantity: use.Item2 / 10_000m)).Array[0, 30]
            .Select(static uses => uses.OrderBy(static use => use.Hour).ToArray());

    [Fact]
    public void The_fullest_window_of_billed_and_planned_uses_is_that_of_all_added_up_one_by_one() =>
        Gen.Select(SomeUses, SomeUses, Gen.Int[0, 24 * Days], Gen.Int[1, 30], Gen.Int[0, Days]).Sample(
            static (billed, planned, at, hours, planUpTo) => AssertFullest(
                new UseTimeline(billed.Select(static use => new ItemUse(Ticks(use.Hour), use.Hour / 24, use.Quantity, 0, null)).ToArray(), Timed(planned), 0),
                [.. billed, .. planned], at, hours, planUpTo));

    [Fact]
    public void The_fullest_window_of_uses_that_are_counted_otherwise_is_that_of_all_added_up_one_by_one() =>
        Gen.Select(SomeUses, SomeUses, Gen.Int[0, 24 * Days], Gen.Int[1, 30], Gen.Int[0, Days]).Sample(
            static (counted, planned, at, hours, planUpTo) => AssertFullest(
                new UseTimeline(Timed(counted), Timed(planned), incomplete: false), [.. counted, .. planned], at, hours, planUpTo));

    /// <summary>Windows that hold the moment end at it, or at a use so soon after it that they reach back to it.</summary>
    private static void AssertFullest(UseTimeline timeline, (int Hour, decimal Quantity)[] uses, int at, int hours, int planUpTo)
    {
        var ends = uses.Select(static use => use.Hour).Where(end => end > at && end < at + hours).Append(at);

        Assert.Equal(
            ends.Max(end => timeline.SumBetween(Ticks(end - hours), Ticks(end), planUpTo)),
            timeline.Fullest(Ticks(at), TimeSpan.FromHours(hours), planUpTo));
    }

    private static TimedUse[] Timed((int Hour, decimal Quantity)[] uses) => [.. uses.Select(static use => new TimedUse(Ticks(use.Hour), use.Hour / 24, use.Quantity, null))];

    private static long Ticks(int hour) => hour * TimeSpan.TicksPerHour;
}
