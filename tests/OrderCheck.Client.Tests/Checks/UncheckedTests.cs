using Microsoft.Extensions.Time.Testing;
using OrderCheck.Client.Tests.Fakes;
using OrderCheck.Protocol.V1;
using Xunit;

namespace OrderCheck.Client.Tests.Checks;

public sealed class UncheckedTests
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 3, 1, 8, 0, 0, TimeSpan.Zero));

    [Theory]
    [InlineData(FailureKind.Deadline, "deadline")]
    [InlineData(FailureKind.Unavailable, "unavailable")]
    [InlineData(FailureKind.Unreadable, "unreadable_answer")]
    [InlineData(FailureKind.ServerFault, "internal")]
    [InlineData(FailureKind.BadForm, "bad_form")]
    [InlineData(FailureKind.Conflict, "refused")]
    [InlineData(FailureKind.NotFound, "refused")]
    [InlineData(FailureKind.NotPermitted, "not_permitted")]
    [InlineData(FailureKind.Unauthenticated, "unauthenticated")]
    public async Task Every_failure_is_an_unchecked_answer_with_its_reason_and_a_Chinese_sentence(FailureKind kind, string code)
    {
        using var client = Clients.On(new ScriptedWire().Fails(kind), _time);

        var result = await client.CheckOrdersAsync(Requests.Check(), cancellation: TestContext.Current.CancellationToken);

        Assert.True(result.IsUnchecked);
        Assert.Equal(kind, result.Failure?.Kind);
        var reason = Assert.Single(result.Reasons);
        Assert.Equal(code, reason.Code);
        Assert.Contains("本次未审核，不代表没有问题；可以照常开立", reason.Message);
        Assert.Equal(_time.GetUtcNow(), result.Answer.EvaluatedAt.ToDateTimeOffset());
        Assert.Empty(result.Answer.CheckId);
    }

    [Fact]
    public async Task Whatever_the_network_throws_is_an_unchecked_answer()
    {
        using var client = Clients.On(new ScriptedWire().Throws(new InvalidOperationException("no one expected this")), _time);

        var result = await client.CheckOrdersAsync(Requests.Check(), cancellation: TestContext.Current.CancellationToken);

        Assert.Equal((CheckState.Unchecked, FailureKind.Unavailable), (result.State, result.Failure?.Kind));
    }

    [Fact]
    public async Task An_empty_answer_is_not_a_clean_one()
    {
        using var client = Clients.On(new ScriptedWire().Answers(new CheckAnswer()), _time);

        var result = await client.CheckOrdersAsync(Requests.Check(), cancellation: TestContext.Current.CancellationToken);

        Assert.Equal((CheckState.Unchecked, FailureKind.Unreadable), (result.State, result.Failure?.Kind));
    }

    [Fact]
    public async Task The_callers_mistakes_and_its_own_cancellation_do_throw()
    {
        using var wire = new ScriptedWire().Hangs();
        var client = Clients.On(wire, _time);
        using var closed = new CancellationTokenSource();

        await Assert.ThrowsAsync<ArgumentNullException>(() => client.CheckOrdersAsync(null!, cancellation: TestContext.Current.CancellationToken));
        var abandoned = client.CheckOrdersAsync(Requests.Check(), cancellation: closed.Token);
        await closed.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => abandoned);
        client.Dispose();
        await Assert.ThrowsAsync<ObjectDisposedException>(() => client.CheckOrdersAsync(Requests.Check(), cancellation: TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task What_the_caller_changes_in_a_message_that_is_under_way_is_not_sent()
    {
        using var wire = new ScriptedWire().Breaks().Answers(Requests.Complete());
        using var client = Clients.On(wire, _time);
        var request = Requests.Check();

        var check = client.CheckOrdersAsync(request, cancellation: TestContext.Current.CancellationToken);
        request.Orders.Clear();
        await check;

        Assert.All(wire.Sent, sent => Assert.Single(((CheckOrdersRequest)sent).Orders));
    }
}
