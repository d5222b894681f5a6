using Google.Protobuf.WellKnownTypes;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using OrderCheck.Server.Errors;
using OrderCheck.Server.Hosting;
using OrderCheck.Server.Tests.Encounters;
using Xunit;

namespace OrderCheck.Server.Tests.Streams;

/// <summary>A stream may last, and is ended when its caller stands still.</summary>
public sealed class StreamLimitTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly FakeTimeProvider _time = new();
    private readonly CallLimitInterceptor _interceptor;
    private readonly ScriptedRequests<Empty> _requests = new();

    public StreamLimitTests() => _interceptor = new(Options.Create(new OrderCheckOptions { CallSeconds = 30 }), _time);

    [Fact]
    public async Task A_stream_outlives_the_limit_as_long_as_requests_come()
    {
        var answers = new TakenAnswers<Empty>();
        var call = EchoAsync(answers, CancellationToken.None);
        for (var minute = 0; minute < 10; minute++)
        {
            _time.Advance(TimeSpan.FromSeconds(29));
            _requests.Send(new Empty());
            await answers.NextAsync();
        }

        _requests.End();
        await call.WaitAsync(Patience, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_caller_that_sends_nothing_for_the_limit_is_ended()
    {
        var answers = new TakenAnswers<Empty>();
        _requests.Send(new Empty());
        var call = EchoAsync(answers, CancellationToken.None);
        await answers.NextAsync();

        _time.Advance(TimeSpan.FromSeconds(30));

        var ended = await Assert.ThrowsAsync<StreamIdleException>(() => call.WaitAsync(Patience, TestContext.Current.CancellationToken));
        Assert.Contains("30 s", ended.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_caller_that_takes_nothing_for_the_limit_is_ended()
    {
        var answers = new TakenAnswers<Empty> { Takes = false };
        _requests.Send(new Empty());
        var call = EchoAsync(answers, CancellationToken.None);
        await answers.NextAsync();

        _time.Advance(TimeSpan.FromSeconds(30));

        await Assert.ThrowsAsync<StreamIdleException>(() => call.WaitAsync(Patience, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_caller_that_goes_away_ends_the_wait_and_is_not_called_idle()
    {
        using var away = new CancellationTokenSource();
        var call = EchoAsync(new TakenAnswers<Empty>(), away.Token);

        await away.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call.WaitAsync(Patience, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Streams_in_one_direction_have_the_same_limit()
    {
        var upload = _interceptor.ClientStreamingServerHandler(_requests, Call(CancellationToken.None), async (requests, context) =>
        {
            await requests.MoveNext(context.CancellationToken);
            return new Empty();
        });
        var answers = new TakenAnswers<Empty> { Takes = false };
        var download = _interceptor.ServerStreamingServerHandler(
            new Empty(), answers, Call(CancellationToken.None), static (_, answers, context) => answers.WriteAsync(new Empty(), context.CancellationToken));

        _time.Advance(TimeSpan.FromSeconds(30));

        await Assert.ThrowsAsync<StreamIdleException>(() => upload.WaitAsync(Patience, TestContext.Current.CancellationToken));
        await Assert.ThrowsAsync<StreamIdleException>(() => download.WaitAsync(Patience, TestContext.Current.CancellationToken));
    }

    private Task EchoAsync(TakenAnswers<Empty> answers, CancellationToken cancellation) =>
        _interceptor.DuplexStreamingServerHandler(_requests, answers, Call(cancellation), static async (requests, answers, context) =>
        {
            while (await requests.MoveNext(context.CancellationToken))
                await answers.WriteAsync(requests.Current, context.CancellationToken);
        });

    private static TestCall Call(CancellationToken cancellation) => new(DateTime.MaxValue, cancellation);
}
