using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using OrderCheck.Server.Hosting;
using OrderCheck.Server.Overload;
using Xunit;

namespace OrderCheck.Server.Tests.Overload;

public sealed class CallGateTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public async Task Calls_run_at_once_up_to_the_limit_and_the_next_one_waits_for_its_turn()
    {
        var gate = Gate(calls: 2);
        Assert.True(await gate.EnterCallAsync());
        Assert.True(await gate.EnterCallAsync());
        var third = gate.EnterCallAsync().AsTask();
        Assert.False(third.IsCompleted);

        gate.LeaveCall();

        Assert.True(await EndOf(third));
    }

    [Fact]
    public async Task No_other_call_begins_while_a_check_waits()
    {
        var gate = Gate(checks: 1);
        Assert.True(await gate.EnterCheckAsync(Patience));
        var check = gate.EnterCheckAsync(Patience).AsTask();
        var call = gate.EnterCallAsync().AsTask();
        Assert.False(call.IsCompleted);

        gate.LeaveCheck();

        Assert.True(await EndOf(check));
        Assert.True(await EndOf(call));
    }

    [Fact]
    public async Task A_check_that_gave_up_no_longer_holds_the_others_back()
    {
        var gate = Gate(checks: 1);
        Assert.True(await gate.EnterCheckAsync(Patience));
        var check = gate.EnterCheckAsync(Patience).AsTask();
        var call = gate.EnterCallAsync().AsTask();

        _time.Advance(CallGate.CheckPatience);

        Assert.False(await EndOf(check));
        Assert.True(await EndOf(call));
    }

    [Fact]
    public async Task Whoever_finds_the_queue_full_is_turned_away_at_once()
    {
        var gate = Gate(calls: 1, waiting: 1);
        Assert.True(await gate.EnterCallAsync());
        _ = gate.EnterCallAsync().AsTask();

        var turnedAway = gate.EnterCallAsync();

        Assert.True(turnedAway.IsCompleted);
        Assert.False(await turnedAway);
    }

    [Fact]
    public async Task A_place_that_somebody_gave_up_is_free_for_the_next()
    {
        var gate = Gate(calls: 1, waiting: 1);
        Assert.True(await gate.EnterCallAsync());
        var tooLong = gate.EnterCallAsync().AsTask();
        _time.Advance(CallGate.CallPatience);
        Assert.False(await EndOf(tooLong));
        var next = gate.EnterCallAsync().AsTask();
        Assert.False(next.IsCompleted);

        gate.LeaveCall();

        Assert.True(await EndOf(next));
    }

    [Fact]
    public async Task However_many_come_and_go_the_limit_holds_and_everybody_gets_an_answer()
    {
        var gate = Gate(checks: 3, calls: 2, waiting: 1000);
        var (checks, calls, most) = (0, 0, (Checks: 0, Calls: 0));
        var counted = new Lock();

        await Task.WhenAll(Enumerable.Range(0, 400).Select(number => Task.Run(async () =>
        {
            var check = number % 2 == 0;
            Assert.True(check ? await gate.EnterCheckAsync(Patience) : await gate.EnterCallAsync());
            lock (counted)
            {
                _ = check ? checks++ : calls++;
                most = (Math.Max(most.Checks, checks), Math.Max(most.Calls, calls));
            }
            await Task.Yield();
            lock (counted)
                _ = check ? checks-- : calls--;
            if (check)
                gate.LeaveCheck();
            else
                gate.LeaveCall();
        }))).WaitAsync(Patience, TestContext.Current.CancellationToken);

        Assert.InRange(most.Checks, 1, 3);
        Assert.InRange(most.Calls, 1, 2);
    }

    private CallGate Gate(int checks = 100, int calls = 100, int waiting = 100) =>
        new(Options.Create(new OrderCheckOptions { ChecksAtOnce = checks, CallsAtOnce = calls, WaitingCalls = waiting }), _time);

    private static Task<bool> EndOf(Task<bool> entry) => entry.WaitAsync(Patience, TestContext.Current.CancellationToken);
}
