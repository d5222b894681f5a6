using Google.Protobuf;
using OrderCheck.Ledger.Wire;
using OrderCheck.Protocol.V1;
using OrderCheck.Server.Tests.Encounters;
using OrderCheck.Server.Tests.Streams;
using Xunit;

namespace OrderCheck.Server.Tests.Grouping;

public sealed class CaseStreamTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly ScriptedRequests<GroupCaseRequest> _requests = new();

    [Fact]
    public async Task Answers_come_in_the_order_of_the_requests_with_their_case_ids()
    {
        var answers = new TakenAnswers<CaseGroup>();
        _requests.Send(Cases(200)).End();

        await RunAsync(answers);

        for (var n = 0; n < 200; n++)
            Assert.Equal(($"c{n}", "BR2"), ((await answers.NextAsync()) is var answer ? answer.CaseId : "", answer.Adrg));
    }

    [Fact]
    public async Task Requests_that_are_there_already_are_answered_together_and_the_last_one_at_once()
    {
        var answers = new TakenAnswers<CaseGroup>();
        _requests.Send(Cases(200));
        var run = RunAsync(answers);

        Assert.Equal(200, answers.SentAtOnce.Count);
        Assert.True(answers.SentAtOnce[^1], "The caller of the last request that came would wait for its answer.");
        Assert.InRange(answers.SentAtOnce.Count(static sent => sent), 3, 5);

        _requests.End();
        await run;
    }

    [Fact]
    public async Task A_caller_that_takes_no_answers_is_read_no_further()
    {
        using var away = new CancellationTokenSource();
        var answers = new TakenAnswers<CaseGroup> { Takes = false };
        _requests.Send(Cases(1_000));

        var run = RunAsync(answers, away.Token);

        Assert.False(run.IsCompleted);
        Assert.Equal((2, 1), (_requests.Asked, answers.Waiting));
        await away.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run.WaitAsync(Patience, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_caller_that_goes_away_ends_the_work_though_requests_are_waiting()
    {
        using var away = new CancellationTokenSource();
        await away.CancelAsync();
        var answers = new TakenAnswers<CaseGroup>();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => RunAsync(answers, away.Token, new EndlessRequests<GroupCaseRequest>(Cases(1).Single())));

        Assert.Equal(0, answers.Waiting);
    }

    [Fact]
    public async Task A_case_of_bad_form_ends_the_stream_by_its_number_id_and_field_after_the_answers_before_it()
    {
        var bad = StarterRelease.Stroke("bad one");
        bad.AgeYears = 300;
        var answers = new TakenAnswers<CaseGroup>();
        _requests.Send([.. Cases(3), new GroupCaseRequest { Case = bad }, .. Cases(3)]).End();

        var refused = await Assert.ThrowsAsync<MalformedException>(() => RunAsync(answers));

        var fault = Assert.Single(refused.Violations);
        Assert.Equal("requests[3].case.age_years", fault.Path);
        Assert.Contains("\"bad one\"", fault.Problem, StringComparison.Ordinal);
        Assert.Contains("300", fault.Problem, StringComparison.Ordinal);
        Assert.Equal(3, answers.Waiting);
    }

    [Fact]
    public async Task A_message_that_cannot_be_read_ends_the_stream_by_its_number_and_the_case_before_it()
    {
        var broken = Assert.Throws<InvalidProtocolBufferException>(() => GroupCaseRequest.Parser.ParseFrom([0x0a]));
        var answers = new TakenAnswers<CaseGroup>();
        _requests.Send(Cases(2)).End(broken);

        var refused = await Assert.ThrowsAsync<MalformedException>(() => RunAsync(answers));

        var fault = Assert.Single(refused.Violations);
        Assert.Equal("requests[2]", fault.Path);
        Assert.Contains("\"c1\"", fault.Problem, StringComparison.Ordinal);
        Assert.Equal(2, answers.Waiting);
    }

    [Fact]
    public async Task A_release_that_is_published_meanwhile_groups_the_cases_from_then_on()
    {
        var releases = StarterRelease.With(1);
        var answers = new TakenAnswers<CaseGroup>();
        var run = StarterRelease.Api(releases).GroupStream(_requests, answers, Call(CancellationToken.None));
        _requests.Send(Cases(1));
        Assert.Equal(1, (await answers.NextAsync()).ReleaseNumber);

        releases.Swap(StarterRelease.Build(2));
        _requests.Send(Cases(1)).End();

        Assert.Equal(2, (await answers.NextAsync()).ReleaseNumber);
        await run;
    }

    private Task RunAsync(TakenAnswers<CaseGroup> answers) => RunAsync(answers, TestContext.Current.CancellationToken);

    private Task RunAsync(TakenAnswers<CaseGroup> answers, CancellationToken cancellation, Grpc.Core.IAsyncStreamReader<GroupCaseRequest>? requests = null) =>
        StarterRelease.Api().GroupStream(requests ?? _requests, answers, Call(cancellation));

    private static IEnumerable<GroupCaseRequest> Cases(int count) =>
        Enumerable.Range(0, count).Select(static n => new GroupCaseRequest { Case = StarterRelease.Stroke($"c{n}") });

    private static TestCall Call(CancellationToken cancellation) => StarterRelease.Call(cancellation);
}
