using Microsoft.Extensions.Time.Testing;
using OrderCheck.Client.Tests.Fakes;
using OrderCheck.Protocol.V1;
using Xunit;

namespace OrderCheck.Client.Tests.Checks;

public sealed class BreakerTests
{
    private static readonly TimeSpan Break = TimeSpan.FromSeconds(5);
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 3, 1, 8, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task After_three_failures_checks_are_answered_at_once_without_being_sent()
    {
        using var wire = new ScriptedWire().Fails(FailureKind.ServerFault);
        using var client = Clients.On(wire, _time);
        await CheckAsync(client, times: 3);

        var result = await CheckAsync(client);

        Assert.Equal((CheckState.Unchecked, FailureKind.CircuitOpen, "circuit_open"), (result.State, result.Failure?.Kind, result.Reasons[0].Code));
        Assert.Equal(3, wire.Sent.Count);
    }

    [Fact]
    public async Task After_the_break_one_check_tries_and_its_success_lets_all_through_again()
    {
        using var wire = new ScriptedWire().Fails(FailureKind.Deadline).Fails(FailureKind.Deadline).Fails(FailureKind.Deadline).Answers(Requests.Complete());
        using var client = Clients.On(wire, _time);
        await CheckAsync(client, times: 3);

        _time.Advance(Break - TimeSpan.FromMilliseconds(1));
        Assert.Equal(FailureKind.CircuitOpen, (await CheckAsync(client)).Failure?.Kind);
        _time.Advance(TimeSpan.FromMilliseconds(1));

        Assert.Equal(CheckState.Complete, (await CheckAsync(client)).State);
        Assert.Equal(CheckState.Complete, (await CheckAsync(client)).State);
        Assert.Equal(5, wire.Sent.Count);
    }

    [Fact]
    public async Task A_try_that_fails_is_the_only_one_until_the_next_break_is_over()
    {
        using var wire = new ScriptedWire().Fails(FailureKind.ServerFault);
        using var client = Clients.On(wire, _time);
        await CheckAsync(client, times: 3);
        _time.Advance(Break);

        var probe = await CheckAsync(client);
        var next = await CheckAsync(client);

        Assert.Equal((FailureKind.ServerFault, FailureKind.CircuitOpen), (probe.Failure?.Kind, next.Failure?.Kind));
        Assert.Equal(4, wire.Sent.Count);
    }

    [Fact]
    public async Task While_one_check_tries_the_others_do_not_wait_for_it()
    {
        using var wire = new ScriptedWire().Fails(FailureKind.ServerFault).Fails(FailureKind.ServerFault).Fails(FailureKind.ServerFault).Hangs();
        using var client = Clients.On(wire, _time);
        await CheckAsync(client, times: 3);
        _time.Advance(Break);

        var probe = CheckAsync(client);
        var other = await CheckAsync(client);
        _time.Advance(TimeSpan.FromMilliseconds(200));

        Assert.Equal(FailureKind.CircuitOpen, other.Failure?.Kind);
        Assert.Equal(FailureKind.Deadline, (await probe).Failure?.Kind);
    }

    [Theory]
    [InlineData(FailureKind.BadForm)]
    [InlineData(FailureKind.NotPermitted)]
    [InlineData(FailureKind.Unauthenticated)]
    [InlineData(FailureKind.NotFound)]
    public async Task What_is_wrong_with_requests_never_makes_checks_pause(FailureKind kind)
    {
        using var wire = new ScriptedWire().Fails(kind);
        using var client = Clients.On(wire, _time);

        await CheckAsync(client, times: 10);

        Assert.Equal(kind, (await CheckAsync(client)).Failure?.Kind);
        Assert.Equal(11, wire.Sent.Count);
    }

    private static async Task<CheckResult> CheckAsync(OrderCheckClient client, int times = 1)
    {
        for (; times > 1; times--)
            await client.CheckOrdersAsync(Requests.Check(), cancellation: TestContext.Current.CancellationToken);
        return await client.CheckOrdersAsync(Requests.Check(), cancellation: TestContext.Current.CancellationToken);
    }
}
