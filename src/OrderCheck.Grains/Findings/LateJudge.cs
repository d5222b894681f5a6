using Microsoft.Extensions.Logging;
using OrderCheck.Core.Checks;
using OrderCheck.Core.Encounters;
using OrderCheck.Core.Findings;
using OrderCheck.Core.Identity;
using OrderCheck.Core.Orders;
using OrderCheck.Core.Rules;
using OrderCheck.Grains.Checks;
using OrderCheck.Grains.Encounters;
using OrderCheck.Ledger;
using OrderCheck.Ledger.Checks;

namespace OrderCheck.Grains.Findings;

/// <summary>Judges one encounter's signed orders and charges that no complete check has covered, as they stand among everything else.</summary>
internal sealed class LateJudge(
    EncounterKey key, EncounterMemory memory, EncounterHistory history, ILedger ledger, Judge judge, CheckRecorder recorder, TimeProvider time, ILogger logger)
{
    private const int MostOrders = 200;
    private const int MostCharges = 1000;
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(10);

    private Release? _triedWith;
    private long _triedAt;
    private TimeSpan _pause = FirstPause;

    /// <summary>True if something still waits that could be judged at once.</summary>
    /// <exception cref="LedgerUnavailableException">The ledger cannot be used; everything waits on.</exception>
    public async Task<bool> JudgeAsync()
    {
        if (judge.Release is not { } release || (release == _triedWith && time.GetElapsedTime(_triedAt) < _pause))
            return false;
        await memory.OpenAsync();
        await memory.CatchUpAsync();
        // Nobody waits for this answer: it may as well know what it can know.
        await history.KnownAsync();
        var before = memory.Current!;
        if (!UnitIndexes.AwaitsJudgement(before.State))
            return false;

        var subject = await SubjectAsync(before.State);
        var request = new CheckRequest(subject.Planned, subject.Charges.Count > 0 && subject.Planned.Count == 0 ? Stage.Charge : Stage.Order);
        var answer = judge.Of(judge.NewCheckId(), subject.Before, request, subject.Charges);
        if (answer.State != CheckState.Complete)
        {
            Postpone(release);
            return false;
        }
        _triedWith = null;
        return await RecordAsync(before, subject, request, answer) && UnitIndexes.AwaitsJudgement(memory.Current!.State);
    }

    /// <summary>What cannot be judged completely now is tried again ever more rarely, and at once when another release is live.</summary>
    private void Postpone(Release release)
    {
        _pause = release == _triedWith ? (_pause * 2 < LongestPause ? _pause * 2 : LongestPause) : FirstPause;
        (_triedWith, _triedAt) = (release, time.GetTimestamp());
    }

    private async Task<LateSubject> SubjectAsync(EncounterState state)
    {
        var facts = await memory.FactsAsync(state.Sequence);
        // By themselves, as where they are judged in their own turn.
        var earlier = EarlierLines.Of([.. state.Awaiting.OrderIds.Select(state.Orders.Find).OfType<OrderState>().Select(static order => order.Order)], state.KnownSince);
        return earlier.Count > 0 ? LateSubject.Of(state, facts, MostOrders, mostCharges: 0, earlier) : LateSubject.Of(state, facts, MostOrders, MostCharges);
    }

    private async Task<bool> RecordAsync(EncounterSnapshot before, LateSubject subject, CheckRequest request, CheckAnswer answer)
    {
        var now = time.GetUtcNow();
        var by = new Caller(key.Hospital, Role.His, "", "");
        var late = new LateJudged(subject.OrderIds, subject.ChargeIds, answer.CheckId, answer.Findings.Count) { Id = answer.CheckId, OccurredAt = now };
        var after = before.State.Apply(new RecordedFact(before.State.Sequence + 1, late, now, by));
        // Before the doctor's list has it: whoever reads its id there may ask how it came about.
        recorder.Record(by, key, answer, new CheckInputs(request)
        {
            Charges = subject.Charges,
            LedgerSequence = before.State.Sequence,
            History = HistoryInputs.Of(before.State.History, mayBeStale: false),
            LateOrderIds = subject.OrderIds,
            LateChargeIds = subject.ChargeIds,
        }, subject.Before);
        var earlier = EarlierLines.Of(subject.Planned, after.KnownSince);
        var listed = EarlierLines.Without(answer, earlier);
        var result = await ledger.AppendAsync(new AppendUnit
        {
            Encounter = memory.Number,
            RequestId = "late:" + answer.CheckId,
            RequestHash = ledger.ContentHash(late),
            Expected = before.Head,
            Facts = [late],
            By = by,
            RecordedAt = now,
            Answer = AnswerBytes.Write(answer),
            AwaitsJudgement = UnitIndexes.AwaitsJudgement(after),
            Late = LateRows.Of(after, listed, [.. subject.Planned.Where(order => !earlier.Contains(order.Id))], [.. subject.Charges.Where(charge => !charge.Automatic)]),
            Work = [.. WorkRows.Of(after, listed, subject.Charges), .. EarlierLines.Rows(after, answer, earlier)],
        });
        if (result.Status != AppendStatus.Appended)
        {
            // Another silo was first, perhaps with this very judgement.
            GrainLog.WriteConflict(logger, key.Hospital);
            return true;
        }
        memory.Commit(new EncounterSnapshot(after, result.Head!));
        LateMetrics.Done(subject, answer);
        return true;
    }
}
