using Microsoft.Extensions.Logging;
using OrderCheck.Core.Checks;
using OrderCheck.Core.Encounters;
using OrderCheck.Core.Findings;
using OrderCheck.Core.Identity;
using OrderCheck.Core.Rules;
using OrderCheck.Grains.Checks;
using OrderCheck.Grains.Encounters;
using OrderCheck.Ledger;
using OrderCheck.Ledger.Checks;

namespace OrderCheck.Grains.Findings;

/// <summary>
/// Looks at one encounter's promises that are due: what has not come goes to the list of who promised it, once, and interrupts
/// nobody. Before discharge it is verified all the same.
/// </summary>
internal sealed class PromiseJudge(
    EncounterKey key, EncounterMemory memory, EncounterHistory history, ILedger ledger, Judge judge, CheckRecorder recorder, TimeProvider time, ILogger logger)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(10);

    private Release? _triedWith;
    private long _triedAt;

    /// <exception cref="LedgerUnavailableException">The ledger cannot be used; what is due stays due.</exception>
    public async Task RaiseAsync()
    {
        if (judge.Release is not { } release || (release == _triedWith && time.GetElapsedTime(_triedAt) < Pause))
            return;
        await memory.OpenAsync();
        await memory.CatchUpAsync();
        var now = time.GetUtcNow();
        if (!(memory.Current!.State.NextPromiseDue <= now))
            return;
        await history.KnownAsync();
        var before = memory.Current!;
        var facts = await memory.FactsAsync(before.State.Sequence);
        var request = new CheckRequest([], Stage.Discharge);
        var answer = await judge.AuditAsync(judge.NewCheckId(), before.State, facts, request);
        if (answer.State == CheckState.Unchecked)
        {
            (_triedWith, _triedAt) = (release, time.GetTimestamp());
            return;
        }
        await RecordAsync(before, facts, request, answer, now);
    }

    private async Task RecordAsync(EncounterSnapshot before, IReadOnlyList<RecordedFact> facts, CheckRequest request, CheckAnswer answer, DateTimeOffset now)
    {
        var by = new Caller(key.Hospital, Role.His, "", "");
        var overdue = OverduePromise.In(answer, now);
        var late = new LateJudged([], [], answer.CheckId, overdue.Count)
        {
            Id = answer.CheckId,
            OccurredAt = now,
            PromiseKeys = [.. before.State.Promises.Where(promise => promise.Value.IsOverdue(now)).Select(promise => promise.Key).Order(StringComparer.Ordinal)],
        };
        var after = before.State.Apply(new RecordedFact(before.State.Sequence + 1, late, now, by));
        recorder.Record(by, key, answer, new CheckInputs(request)
        {
            LedgerSequence = before.State.Sequence,
            History = HistoryInputs.Of(before.State.History, mayBeStale: false),
        }, before.State, facts);
        var result = await ledger.AppendAsync(new AppendUnit
        {
            Encounter = memory.Number,
            RequestId = "promise:" + answer.CheckId,
            RequestHash = ledger.ContentHash(late),
            Expected = before.Head,
            Facts = [late],
            By = by,
            RecordedAt = now,
            Answer = AnswerBytes.Write(answer with { Findings = [.. overdue.Select(promise => promise.Finding)] }),
            Promises = UnitIndexes.Promises(before.State, after),
            Late = [.. overdue.GroupBy(promise => DoctorOf(promise, before.State)).Select(own => new LateRow(
                0, key, own.Key, before.State.Stay.Details.Department ?? "", answer.EvaluatedAt, answer.CheckId,
                AnswerBytes.Write(answer with { Findings = [.. own.Select(promise => promise.Finding)] })))],
        });
        if (result.Status == AppendStatus.Appended)
            memory.Commit(new EncounterSnapshot(after, result.Head!));
        else
            GrainLog.WriteConflict(logger, key.Hospital);
    }

    private static string DoctorOf(OverduePromise promise, EncounterState state) =>
        promise.By ?? (promise.Finding.Offender?.OrderId is { } id ? state.Orders.Find(id)?.Order.Doctor : null) ?? state.Stay.Details.AttendingDoctor ?? "";
}
