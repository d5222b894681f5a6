using Microsoft.Extensions.Time.Testing;
using OrderCheck.Client.Tests.Fakes;
using OrderCheck.Protocol.V1;
using Xunit;

namespace OrderCheck.Client.Tests.Checks;

public sealed class DeadlineTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 3, 1, 8, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task A_check_that_gets_no_answer_is_unchecked_at_200_ms_and_not_before()
    {
        using var client = Clients.On(new ScriptedWire().Hangs(), _time);

        var check = client.CheckOrdersAsync(Requests.Check(), cancellation: TestContext.Current.CancellationToken);
        _time.Advance(TimeSpan.FromMilliseconds(199));
        Assert.False(check.IsCompleted);
        _time.Advance(TimeSpan.FromMilliseconds(1));

        var result = await check.WaitAsync(Patience, TestContext.Current.CancellationToken);
        Assert.Equal((CheckState.Unchecked, FailureKind.Deadline), (result.State, result.Failure?.Kind));
        Assert.Equal(TimeSpan.FromMilliseconds(200), result.Elapsed);
    }

    [Fact]
    public async Task What_is_sent_again_after_a_lost_connection_has_only_the_rest_of_the_deadline()
    {
        using var wire = new ScriptedWire().Breaks().Hangs();
        using var client = Clients.On(wire, _time);

        var check = client.CheckOrdersAsync(Requests.Check(), cancellation: TestContext.Current.CancellationToken);
        await EndToEnd.Servers.Wait.UntilAsync(() => Task.FromResult(wire.Sent.Count == 2), "the check is sent again", Patience);
        var result = await Pump.UntilDoneAsync(check, _time, TimeSpan.FromMilliseconds(10));

        Assert.Equal(FailureKind.Deadline, result.Failure?.Kind);
        Assert.InRange(result.Elapsed, TimeSpan.FromMilliseconds(200), TimeSpan.FromMilliseconds(240));
        Assert.Equal(2, wire.Sent.Count);
    }

    [Fact]
    public async Task A_connection_that_turns_out_dead_costs_no_check()
    {
        using var client = Clients.On(new ScriptedWire().Breaks().Answers(Requests.Complete()), _time);

        var result = await client.CheckOrdersAsync(Requests.Check(), cancellation: TestContext.Current.CancellationToken);

        Assert.Equal(CheckState.Complete, result.State);
    }
}
