using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OrderCheck.Core.Checks;
using OrderCheck.Core.Encounters;
using OrderCheck.Core.Findings;
using OrderCheck.Core.Hospitals;
using OrderCheck.Core.Identity;
using OrderCheck.Core.Rules;
using OrderCheck.Grains.Hospitals;
using OrderCheck.Grains.Releases;
using OrderCheck.Ledger.Checks;
using OrderCheck.Ledger.Wire;

namespace OrderCheck.Grains.Checks;

/// <summary>
/// What is done behind the answer, one after another on one thread, so that it takes at most one processor from the checks:
/// counts what rules said and where they were blind, and runs the shadow rules on the same inputs. What does not fit into the
/// bounded queue is left out and counted.
/// </summary>
internal sealed class AfterAnswers(
    ReleaseHolder releases, DictionaryHolder dictionaries, ICheckStore store, TimeProvider time, ILogger<AfterAnswers> logger) : BackgroundService
{
    /// <summary>A second of a large hospital's morning. Each holds on to its encounter's state.</summary>
    private const int Most = 2_000;

    /// <summary>Counts are written so often, and when the silo stops.</summary>
    public static readonly TimeSpan Period = TimeSpan.FromSeconds(5);

    private readonly Channel<object> _queue = Channel.CreateBounded<object>(new BoundedChannelOptions(Most) { SingleReader = true });
    private readonly RuleCounts _counts = new();

    /// <summary>Never waits and never throws. Where there is nothing to count and no shadow rule, it does nothing.</summary>
    public void Add(CheckAnswer answer, CheckInputs inputs, EncounterState state, IReadOnlyList<RecordedFact>? facts)
    {
        if (answer.Findings.Count == 0 && answer.Blind.Count == 0 && releases.Current?.Shadow is null)
            return;
        if (!_queue.Writer.TryWrite(new Answered(answer, inputs, state, facts)))
            ShadowMetrics.LeftOut();
    }

    /// <summary>Counts what was decided, in the same way.</summary>
    public void Add(RulesDecided decided)
    {
        if (!_queue.Writer.TryWrite(decided))
            ShadowMetrics.LeftOut();
    }

    /// <summary>Ends when everything added before the call is counted, judged and handed to the store.</summary>
    public async Task FlushAsync(CancellationToken cancellation)
    {
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        try
        {
            await _queue.Writer.WriteAsync(reached, cancellation);
        }
        catch (ChannelClosedException)
        {
            return;
        }
        await reached.Task.WaitAsync(cancellation);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            // From here on the start of the host goes on without it.
            await Task.Yield();
            while (!stoppingToken.IsCancellationRequested)
            {
                using var period = new CancellationTokenSource(Period, time);
                using var either = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken, period.Token);
                await TakeAsync(either.Token);
                _counts.WriteTo(store);
            }
        }
        finally
        {
            _queue.Writer.TryComplete();
            while (_queue.Reader.TryRead(out var next))
                Take(next);
            _counts.WriteTo(store);
        }
    }

    private async Task TakeAsync(CancellationToken until)
    {
        try
        {
            while (true)
                Take(await _queue.Reader.ReadAsync(until));
        }
        catch (OperationCanceledException)
        {
            // The period is over, or the silo stops.
        }
    }

    private void Take(object next)
    {
        if (next is TaskCompletionSource reached)
        {
            _counts.WriteTo(store);
            reached.TrySetResult();
            return;
        }
        if (next is RulesDecided decided)
        {
            if (dictionaries.Find(decided.Hospital) is { } of)
                _counts.Add(decided.Hospital, of.Hospital.TimeZone.Day(decided.At), decided, releases.Current?.Alerts ?? AlertSettings.None);
            return;
        }
        var answered = (Answered)next;
        try
        {
            if (dictionaries.Find(answered.State.Key.Hospital) is { } dictionary)
                Look(answered, dictionary);
        }
#pragma warning disable CA1031 // The answer was given: what goes wrong behind it concerns this check alone.
        catch (Exception e)
#pragma warning restore CA1031
        {
            GrainLog.ShadowFailed(logger, e, answered.Answer.CheckId);
        }
    }

    private void Look(Answered answered, HospitalDictionary dictionary)
    {
        var day = dictionary.Hospital.TimeZone.Day(answered.Answer.EvaluatedAt);
        _counts.Add(dictionary.Hospital.Code, day, answered.Answer, shadow: false);
        // Another release or dictionary is not what the answer rests on: its shadow would be of another check.
        if (releases.Current is not { Shadow: not null } release || release.Number != answered.Answer.ReleaseNumber || dictionary.Number != answered.Answer.DictionaryNumber)
            return;
        // Nobody has seen what a shadow rule found: nothing of it comes back folded.
        answered = answered with { Inputs = answered.Inputs with { Request = answered.Inputs.Request with { ShownBefore = [] }, MayBeStale = false, Shadow = true, ChangedOrderIds = [] } };
        if (Judge(answered, release, dictionary) is not { } answer)
            return;
        _counts.Add(dictionary.Hospital.Code, day, answer, shadow: true);
        CheckMetrics.Found(answer.Findings, "shadow");
        if (answer.Findings.Count > 0)
            Record(answered, answer);
    }

    private CheckAnswer? Judge(Answered answered, Release release, HospitalDictionary dictionary)
    {
        var started = time.GetTimestamp();
        var answer = ShadowCheck.Judge(
            ShadowCheck.IdOf(answered.Answer.CheckId), release, dictionary, answered.State, answered.Inputs.Request, answered.Inputs.Charges,
            answered.Answer.EvaluatedAt, answered.Facts);
        ShadowMetrics.Took(time.GetElapsedTime(started));
        return answer;
    }

    /// <summary>Beside the check, under an id of its own that only the office may look up.</summary>
    private void Record(Answered answered, CheckAnswer answer) => store.RecordCheck(new CheckRecord
    {
        CheckId = answer.CheckId,
        Encounter = answered.State.Key,
        Stage = answered.Inputs.Request.Stage,
        EvaluatedAt = answer.EvaluatedAt,
        By = new Caller(answered.State.Key.Hospital, Role.Officer, "", ""),
        Inputs = CheckInputsCodec.Write(answered.Inputs),
        Answer = AnswerBytes.Write(answer),
    });
}
