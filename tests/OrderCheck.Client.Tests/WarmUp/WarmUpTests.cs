using OrderCheck.Client.Tests.Fakes;
using OrderCheck.Protocol.V1;
using Xunit;

namespace OrderCheck.Client.Tests.WarmUp;

public sealed class WarmUpTests
{
    private static CancellationToken Never => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_sent_is_what_a_check_sends()
    {
        var wire = new ScriptedWire().Answers(Echo());
        using var client = Clients.On(wire, TimeProvider.System);

        var warmUp = await client.WarmUpAsync(Never);

        Assert.True(warmUp.IsReady, warmUp.Failure?.ToString());
        Assert.Equal(["Echo"], wire.Methods);
        var sent = Assert.IsType<CheckOrdersRequest>(Assert.Single(wire.Sent));
        Assert.NotNull(Assert.Single(sent.Orders).StartAt);
    }

    [Fact]
    public async Task An_answer_that_is_no_echo_is_not_OrderChecks()
    {
        using var client = Clients.On(new ScriptedWire().Answers(Requests.Complete()), TimeProvider.System);

        Assert.Equal(FailureKind.Unreadable, (await client.WarmUpAsync(Never)).Failure?.Kind);
    }

    [Theory]
    [InlineData(FailureKind.Unavailable)]
    [InlineData(FailureKind.NotPermitted)]
    [InlineData(FailureKind.NotFound)]
    public async Task A_failure_is_said_and_not_thrown(FailureKind kind)
    {
        using var client = Clients.On(new ScriptedWire().Fails(kind), TimeProvider.System);

        var warmUp = await client.WarmUpAsync(Never);

        Assert.Equal((false, kind), (warmUp.IsReady, warmUp.Failure?.Kind));
    }

    [Fact]
    public async Task Whoever_gives_up_is_told_so_by_an_exception()
    {
        using var client = Clients.On(new ScriptedWire().Hangs(), TimeProvider.System);
        using var gone = new CancellationTokenSource();

        var warmUp = client.WarmUpAsync(gone.Token);
        await gone.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => warmUp);
    }

    private static CheckAnswer Echo() => new() { State = CheckState.Unchecked, StateReasons = { new StateReason { Code = "echo" } } };
}
