using Microsoft.Extensions.Time.Testing;
using OrderCheck.Client.Tests.Fakes;
using OrderCheck.Protocol.V1;
using Xunit;

namespace OrderCheck.Client.Tests.Writes;

public sealed class RetryTests
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(50);
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 3, 1, 8, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task A_write_is_sent_again_with_the_same_request_id_until_it_is_recorded()
    {
        using var wire = new ScriptedWire()
            .Breaks().Fails(FailureKind.Deadline).Fails(FailureKind.Unavailable, "store_down").Fails(FailureKind.Unreadable)
            .Answers(Requests.Receipt());
        using var client = Clients.On(wire, _time);

        var result = await Pump.UntilDoneAsync(PostAsync(client, Requests.Post()), _time, Step);

        Assert.Equal((WriteState.Recorded, 5), (result.State, result.Attempts));
        Assert.Equal(Requests.Receipt(), result.EnsureRecorded());
        Assert.Equal(5, wire.Sent.Count);
        Assert.All(wire.Sent, sent => Assert.Equal(result.RequestId, ((PostChargesRequest)sent).RequestId));
    }

    [Theory]
    [InlineData(FailureKind.BadForm)]
    [InlineData(FailureKind.Conflict)]
    [InlineData(FailureKind.NotFound)]
    [InlineData(FailureKind.NotPermitted)]
    [InlineData(FailureKind.Unauthenticated)]
    public async Task A_refusal_is_final_and_not_sent_again(FailureKind kind)
    {
        using var wire = new ScriptedWire().Fails(kind);
        using var client = Clients.On(wire, _time);

        var result = await PostAsync(client, Requests.Post());

        Assert.Equal((WriteState.NotRecorded, kind, 1), (result.State, result.Failure?.Kind, wire.Sent.Count));
    }

    [Fact]
    public async Task When_time_runs_out_the_write_is_unknown_and_keeps_its_request_id()
    {
        using var wire = new ScriptedWire().Breaks();
        using var client = Clients.On(wire, _time);
        var started = _time.GetTimestamp();

        var result = await Pump.UntilDoneAsync(PostAsync(client, Requests.Post(requestId: "mine")), _time, Step);

        Assert.Equal((WriteState.Unknown, "mine", FailureKind.Unavailable), (result.State, result.RequestId, result.Failure?.Kind));
        Assert.InRange(_time.GetElapsedTime(started), TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(11));
        // 100 ms, doubled up to 2 s: neither a storm nor a single try.
        Assert.InRange(result.Attempts, 5, 40);
        var error = Assert.Throws<OrderCheckException>(() => result.EnsureRecorded());
        Assert.Contains("mine", error.Message);
        Assert.DoesNotContain("what went wrong", error.Message);
    }

    [Fact]
    public async Task A_service_that_never_answers_is_given_up_at_the_deadline()
    {
        using var wire = new ScriptedWire().Hangs();
        using var client = Clients.On(wire, _time);

        var result = await Pump.UntilDoneAsync(PostAsync(client, Requests.Post()), _time, Step);

        Assert.Equal((WriteState.Unknown, FailureKind.Deadline), (result.State, result.Failure?.Kind));
        Assert.InRange(wire.Sent.Count, 3, 4);
    }

    [Theory]
    [InlineData(FailureKind.Unauthenticated, WriteState.Unknown)]
    [InlineData(FailureKind.NotPermitted, WriteState.Unknown)]
    [InlineData(FailureKind.BadForm, WriteState.NotRecorded)]
    public async Task A_key_that_is_refused_after_a_lost_sending_says_nothing_about_that_sending(FailureKind then, WriteState state)
    {
        using var wire = new ScriptedWire().Breaks().Fails(then);
        using var client = Clients.On(wire, _time);

        var result = await Pump.UntilDoneAsync(PostAsync(client, Requests.Post()), _time, Step);

        Assert.Equal((state, 2), (result.State, result.Attempts));
    }

    [Fact]
    public async Task A_request_without_an_id_gets_one_that_the_same_object_keeps()
    {
        using var wire = new ScriptedWire().Answers(Requests.Receipt());
        using var client = Clients.On(wire, _time);
        var request = Requests.Post();

        var first = await PostAsync(client, request);
        var again = await PostAsync(client, request);

        Assert.Equal(first.RequestId, request.RequestId);
        Assert.Equal(first.RequestId, again.RequestId);
        Assert.Equal("019ca869-5000-7", first.RequestId[..15]);
        Assert.NotEqual(first.RequestId, (await PostAsync(client, Requests.Post())).RequestId);
    }

    [Fact]
    public async Task A_caller_who_gives_up_gets_its_own_cancellation()
    {
        using var wire = new ScriptedWire().Hangs();
        using var client = Clients.On(wire, _time);
        using var closed = new CancellationTokenSource();

        var write = client.PostChargesAsync(Requests.Post(), cancellation: closed.Token);
        await closed.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => write);
        await Assert.ThrowsAsync<ArgumentNullException>(() => PostAsync(client, null!));
    }

    private static Task<WriteResult> PostAsync(OrderCheckClient client, PostChargesRequest request) =>
        client.PostChargesAsync(request, cancellation: TestContext.Current.CancellationToken);
}
