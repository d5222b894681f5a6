using Microsoft.Extensions.Time.Testing;
using OrderCheck.Protocol.V1;
using OrderCheck.Server.Overload;
using Xunit;

namespace OrderCheck.Server.Tests.Overload;

/// <summary>The batch of midnight is worked off over some seconds; nobody else waits for it.</summary>
public sealed class BatchPaceTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly BatchPace _pace;

    public BatchPaceTests() => _pace = new BatchPace(_time);

    /// <summary>What 1 000 lines take.</summary>
    private static TimeSpan Share => TimeSpan.FromSeconds(2.5) / Environment.ProcessorCount;

    /// <summary>Postings begin together with the others of their quarter of a second.</summary>
    private static TimeSpan Beat => TimeSpan.FromMilliseconds(250);

    [Fact]
    public async Task A_posting_waits_for_the_lines_before_it()
    {
        var (first, second, third) = (Wait(1000), Wait(1000), Wait(20));
        Assert.True(first.IsCompletedSuccessfully);

        _time.Advance(Share * 0.9);
        Assert.False(second.IsCompleted);
        _time.Advance((Share * 0.1) + Beat);
        await second;

        Assert.False(third.IsCompleted);
        _time.Advance(Share);
        await third;
    }

    [Fact]
    public async Task A_few_automatic_lines_wait_for_nothing_and_neither_does_what_a_nurse_charges_meanwhile()
    {
        Assert.True(Wait(20).IsCompletedSuccessfully);
        Assert.True(Wait(20).IsCompletedSuccessfully);
        Assert.True(Wait(1000).IsCompletedSuccessfully);
        var batch = Wait(1000);

        Assert.True(_pace.WaitAsync(Posting(1000, automatic: false), CancellationToken.None).IsCompletedSuccessfully);
        Assert.True(_pace.WaitAsync(new ReportEventsRequest(), CancellationToken.None).IsCompletedSuccessfully);
        Assert.False(batch.IsCompleted);
        _time.Advance((Share * 2.04) + Beat);
        await batch;
        Assert.True(Wait(20).IsCompletedSuccessfully);
    }

    [Fact]
    public async Task Who_gives_up_and_comes_again_does_not_count_twice()
    {
        await Wait(1000);
        using var patience = new CancellationTokenSource();
        var impatient = _pace.WaitAsync(Posting(5000, automatic: true), patience.Token);
        await patience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => impatient);

        var next = Wait(1000);
        _time.Advance(Share + Beat);

        await next.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task More_than_two_minutes_of_lines_are_turned_away_and_counted_as_nothing()
    {
        await Wait((48_000 * Environment.ProcessorCount) + 100);

        await Assert.ThrowsAsync<OverloadException>(() => Wait(1000));
        await Assert.ThrowsAsync<OverloadException>(() => Wait(1000));

        _time.Advance(Share);
        var next = Wait(1000);
        Assert.False(next.IsCompleted);
        _time.Advance(TimeSpan.FromMinutes(2) + Beat);
        await next;
    }

    [Fact]
    public async Task Postings_of_one_beat_begin_together()
    {
        await Wait(1000);
        var (first, second) = (Wait(10), Wait(10));

        _time.Advance(Share - TimeSpan.FromMilliseconds(40));
        Assert.False(first.IsCompleted || second.IsCompleted);
        _time.Advance(Beat + TimeSpan.FromMilliseconds(40));

        await Task.WhenAll(first, second).WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
    }

    private Task Wait(int lines) => _pace.WaitAsync(Posting(lines, automatic: true), CancellationToken.None);

    private static PostChargesRequest Posting(int lines, bool automatic) =>
        new() { Charges = { Enumerable.Range(0, lines).Select(line => new Charge { Id = $"c{line}", Automatic = automatic }) } };
}
