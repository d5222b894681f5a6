using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using OrderCheck.Core.Checks;
using OrderCheck.Core.Identity;
using OrderCheck.Grains.Encounters;
using OrderCheck.Grains.Hospitals;
using OrderCheck.Grains.Permissions;
using OrderCheck.Ledger;
using OrderCheck.Server.Encounters;
using OrderCheck.Server.Health;
using OrderCheck.Server.Hosting;
using OrderCheck.Server.Overload;
using Xunit;

namespace OrderCheck.Server.Tests.Encounters;

/// <summary>A doctor is never stopped by our failure.</summary>
public sealed class CheckGuardTests
{
    private static readonly CheckAnswer Complete = new() { CheckId = "c1", State = CheckState.Complete };
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero));
    private readonly Readiness _readiness = new();
    private readonly CheckGuard _guard;

    public CheckGuardTests()
    {
        _readiness.Reach();
        _guard = new CheckGuard(Options.Create(new OrderCheckOptions()), _readiness, Gate(), _time, NullLogger<CheckGuard>.Instance);
    }

    [Fact]
    public async Task An_answer_in_time_is_the_answer() =>
        Assert.Same(Complete, await _guard.RunAsync(_ => Task.FromResult(Complete), Unjudged, Call()));

    [Fact]
    public async Task A_check_that_takes_too_long_is_answered_unchecked()
    {
        var never = new TaskCompletionSource<CheckAnswer>();
        var answer = _guard.RunAsync(_ => never.Task, Unjudged, Call());
        _time.Advance(TimeSpan.FromMilliseconds(1999));
        Assert.False(answer.IsCompleted);
        _time.Advance(TimeSpan.FromMilliseconds(1));
        AssertUnchecked("deadline", await answer.WaitAsync(Patience, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task The_answer_comes_before_the_callers_own_deadline()
    {
        var never = new TaskCompletionSource<CheckAnswer>();
        var answer = _guard.RunAsync(_ => never.Task, Unjudged, Call(_time.GetUtcNow().UtcDateTime.AddMilliseconds(300)));
        _time.Advance(TimeSpan.FromMilliseconds(270));
        AssertUnchecked("deadline", await answer.WaitAsync(Patience, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_check_that_finds_no_room_is_answered_unchecked_at_once()
    {
        var gate = Gate(atOnce: 1, waiting: 1);
        var guard = new CheckGuard(Options.Create(new OrderCheckOptions()), _readiness, gate, _time, NullLogger<CheckGuard>.Instance);
        var first = new TaskCompletionSource<CheckAnswer>();
        var running = guard.RunAsync(_ => first.Task, Unjudged, Call());
        var waiting = guard.RunAsync(_ => Task.FromResult(Complete), Unjudged, Call());

        AssertUnchecked("overloaded", await guard.RunAsync(_ => Task.FromResult(Complete), Unjudged, Call()));

        first.SetResult(Complete);
        Assert.Same(Complete, await running.WaitAsync(Patience, TestContext.Current.CancellationToken));
        Assert.Same(Complete, await waiting.WaitAsync(Patience, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_check_that_waits_too_long_for_its_turn_is_answered_unchecked()
    {
        var guard = new CheckGuard(Options.Create(new OrderCheckOptions()), _readiness, Gate(atOnce: 1), _time, NullLogger<CheckGuard>.Instance);
        _ = guard.RunAsync(_ => new TaskCompletionSource<CheckAnswer>().Task, Unjudged, Call());
        var waiting = guard.RunAsync(_ => Task.FromResult(Complete), Unjudged, Call());
        _time.Advance(CallGate.CheckPatience - TimeSpan.FromMilliseconds(1));
        Assert.False(waiting.IsCompleted);

        _time.Advance(TimeSpan.FromMilliseconds(1));

        AssertUnchecked("overloaded", await waiting.WaitAsync(Patience, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_failure_of_ours_is_answered_unchecked()
    {
        foreach (var failure in new Exception[] { new InvalidOperationException(), new LedgerUnavailableException("store_down", ""), new OperationCanceledException() })
            AssertUnchecked("internal", await _guard.RunAsync(_ => Task.FromException<CheckAnswer>(failure), Unjudged, Call()));
    }

    [Fact]
    public async Task What_the_caller_did_wrong_is_said_to_it()
    {
        foreach (var failure in new Exception[] { new UnknownHospitalException("H9"), new NotPermittedException(Role.Administrator, "CheckOrders"), new RefusedException("encounter", "") })
            Assert.Same(failure, await Assert.ThrowsAnyAsync<Exception>(() => _guard.RunAsync(_ => Task.FromException<CheckAnswer>(failure), Unjudged, Call())));
    }

    [Fact]
    public async Task While_the_service_starts_nothing_is_judged_and_that_is_said()
    {
        var guard = new CheckGuard(Options.Create(new OrderCheckOptions()), new Readiness(), Gate(), _time, NullLogger<CheckGuard>.Instance);
        AssertUnchecked("starting", await guard.RunAsync(_ => throw new InvalidOperationException("must not be asked"), Unjudged, Call()));
    }

    private static CheckAnswer Unjudged(StateReason reason) => new() { CheckId = "u1", State = CheckState.Unchecked, StateReasons = [reason] };

    private CallGate Gate(int atOnce = 100, int waiting = 100) =>
        new(Options.Create(new OrderCheckOptions { ChecksAtOnce = atOnce, WaitingCalls = waiting }), _time);

    private static void AssertUnchecked(string reason, CheckAnswer answer)
    {
        Assert.Equal(CheckState.Unchecked, answer.State);
        var given = Assert.Single(answer.StateReasons);
        Assert.Equal(reason, given.Code);
        Assert.Contains("未审核", given.Message, StringComparison.Ordinal);
        Assert.NotEmpty(answer.CheckId);
    }

    private static TestCall Call(DateTime? deadline = null) => new(deadline ?? DateTime.MaxValue, TestContext.Current.CancellationToken);
}
