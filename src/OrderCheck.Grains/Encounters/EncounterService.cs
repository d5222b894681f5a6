using Microsoft.Extensions.Logging;
using OrderCheck.Core.Checks;
using OrderCheck.Core.Encounters;
using OrderCheck.Core.Identity;
using OrderCheck.Core.Orders;
using OrderCheck.Grains.Charges;
using OrderCheck.Grains.Checks;
using OrderCheck.Grains.Findings;
using OrderCheck.Grains.Hospitals;
using OrderCheck.Grains.Permissions;
using OrderCheck.Ledger;
using OrderCheck.Ledger.Checks;

namespace OrderCheck.Grains.Encounters;

/// <summary>Permits, finds the encounter, and asks its grain.</summary>
internal sealed class EncounterService(
    EncounterGrains grains, OpenEncounters open, EncounterKeys keys, ToldVisits told, Observations observations, ILedger ledger, ICheckStore checks, CheckRecorder recorder,
    DictionaryHolder dictionaries, Reconciliation reconciliation, Judge judge, ILogger<EncounterService> logger) : IEncounterService
{
    private const int UsualPage = 50;
    private const int LargestPage = 200;

    /// <summary>A check of more orders, or of longer ones, takes milliseconds: its grain judges it, while its caller's deadline is watched.</summary>
    private const int MostOrdersHere = 64;

    private const int MostDaysHere = 400;

    /// <summary>Comparing what is told with what is known takes a microsecond a line.</summary>
    private const int MostLinesHere = 1_000;

    public Task<CheckAnswer> CheckAsync(Caller caller, EncounterRef encounter, CheckRequest request, CancellationToken cancellation)
    {
        Require(caller, Operation.CheckOrders);
        // By the visit number nothing has to be looked up: then the whole check may be done before this returns.
        return IsShort(request) && EncounterKeys.TryResolve(caller.Hospital, encounter) is { } key && open.TryFind(key, out var here)
            ? Task.FromResult(CheckHere(here, caller, request))
            : CheckByGrainAsync(caller, encounter, request, cancellation);
    }

    public async Task<CheckAnswer> AuditAsync(Caller caller, EncounterRef encounter, CheckRequest request, CancellationToken cancellation)
    {
        Require(caller, Operation.CheckEncounter);
        try
        {
            var key = await keys.ResolveAsync(caller.Hospital, encounter, cancellation);
            GrainTelemetry.Carry();
            return await Grain(key).AuditAsync(caller, request);
        }
        catch (LedgerUnavailableException e)
        {
            GrainLog.LedgerUnavailable(logger, e.Reason);
            return Unjudged(caller, encounter, request, CheckReasons.NothingKnown.OfEncounter());
        }
        catch (Exception e) when (e is OrleansException or TimeoutException)
        {
            GrainLog.EncounterUnreachable(logger, e);
            return Unjudged(caller, encounter, request, CheckReasons.EncounterUnreachable.OfEncounter());
        }
    }

    public Task<IReadOnlyList<CheckAnswer>> CheckReportedAsync(Caller caller, string visit, ReportedCheck asked, CancellationToken cancellation)
    {
        // What is told is kept.
        Require(caller, Operation.ReportEvents);
        foreach (var stage in asked.Stages)
            Require(caller, stage is Stage.Registration or Stage.Discharge ? Operation.CheckEncounter : Operation.CheckOrders);
        return IsShort(asked) && told.Known(caller.Hospital, visit) is { } key && open.TryFind(key, out var here) && here.Reported.HasHistoryOf(asked)
            ? Task.FromResult(CheckHere(here, caller, asked))
            : CheckReportedByGrainAsync(caller, visit, asked, cancellation);
    }

    public async Task ObserveAsync(Caller caller, string visit, ReportedEncounter reported, CancellationToken cancellation)
    {
        Require(caller, Operation.ReportEvents);
        observations.Add(await told.FindAsync(caller.Hospital, visit, cancellation), caller, reported);
    }

    public async Task<RecordedCheck?> FindRecordedAsync(Caller caller, string checkId, CancellationToken cancellation)
    {
        Require(caller, Operation.ReadCheck);
        var record = ShadowCheck.IsShadow(checkId) ? null : await checks.FindAsync(caller.Hospital, checkId, cancellation);
        return record is null ? null : new RecordedCheck(new EncounterRef(record.Encounter.VisitNumber, null), AnswerBytes.ReadAnswer(record.Answer));
    }

    public CheckAnswer Unjudged(Caller caller, EncounterRef encounter, CheckRequest request, StateReason reason)
    {
        var answer = judge.Unchecked(reason);
        return EncounterKeys.Guess(caller.Hospital, encounter) is { } key ? recorder.Unchecked(caller, key, request, answer) : answer;
    }

    public async Task<WriteReceipt> WriteAsync(Caller caller, EncounterRef encounter, WriteRequest request, CancellationToken cancellation)
    {
        RequireHospital(caller);
        foreach (var fact in request.Facts)
            PermissionTable.Require(caller, Operations.Of(fact));
        var key = await keys.ResolveAsync(caller.Hospital, encounter, cancellation);
        GrainTelemetry.Carry();
        // From here on nothing is cancelled: a write that was begun is finished.
        var outcome = await Grain(key).WriteAsync(caller, request);
        if (outcome.Kind == WriteOutcomeKind.Contended)
            outcome = await Grain(key).WriteAsync(caller, request);
        EncounterMetrics.Wrote(outcome);
        return outcome.ReceiptOrThrow();
    }

    public async Task<EncounterDescription?> DescribeAsync(Caller caller, EncounterRef encounter, CancellationToken cancellation)
    {
        Require(caller, Operation.DescribeEncounter);
        var key = await keys.ResolveAsync(caller.Hospital, encounter, cancellation);
        var outcome = await Grain(key).DescribeAsync().WaitAsync(cancellation);
        return outcome.Read ? outcome.Description : throw new LedgerUnavailableException("ledger_unavailable", "The encounter cannot be read now.");
    }

    public async Task<IReadOnlyList<ReconcileDifference>> ReconcileAsync(Caller caller, ReconcileRequest request, CancellationToken cancellation)
    {
        Require(caller, Operation.Reconcile);
        var key = request.Encounter is { } encounter ? await keys.ResolveAsync(caller.Hospital, encounter, cancellation) : null;
        return await reconciliation.CompareAsync(caller.Hospital, key, request.Day, request.Lines, cancellation);
    }

    public async Task<CheckAnswer?> GetCheckAsync(Caller caller, string checkId, CancellationToken cancellation)
    {
        Require(caller, ShadowCheck.IsShadow(checkId) ? Operation.ReadRuleRecords : Operation.ReadCheck);
        var record = await checks.FindAsync(caller.Hospital, checkId, cancellation);
        return record is null ? null : AnswerBytes.ReadAnswer(record.Answer);
    }

    public async Task<LatePage> ListLateAsync(Caller caller, string? doctor, long after, int limit, CancellationToken cancellation)
    {
        var own = string.IsNullOrEmpty(doctor) || doctor == caller.Person;
        Require(caller, own ? Operation.ListOwnLate : Operation.ListAnyLate);
        return Page(await ledger.ListLateAsync(caller.Hospital, own ? caller.Person : doctor!, after, SizeOf(limit), cancellation), after);
    }

    public async Task<LatePage> ListWorkAsync(Caller caller, WorkList list, long after, int limit, CancellationToken cancellation)
    {
        Require(caller, list.Day is null ? Operation.ListRouted : Operation.ListMorning);
        var name = list.Day is { } day ? WorkLists.Morning(day) : WorkLists.Of(caller.Role);
        var rows = await ledger.ListWorkAsync(caller.Hospital, name, list.Ward, after, SizeOf(limit), cancellation);
        return new(
            [.. rows.Select(row => new LateJudgement(
                row.Cursor, row.Encounter.VisitNumber, "", row.Ward, row.JudgedAt, AnswerBytes.ReadAnswer(row.Answer)))],
            rows.Count > 0 ? rows[^1].Cursor : after);
    }

    private static int SizeOf(int limit) => limit <= 0 ? UsualPage : Math.Min(limit, LargestPage);

    private static LatePage Page(IReadOnlyList<LateRow> rows, long after) =>
        new(
            [.. rows.Select(row => new LateJudgement(
                row.Cursor, row.Encounter.VisitNumber, row.Doctor, row.Department, row.JudgedAt, AnswerBytes.ReadAnswer(row.Answer)))],
            rows.Count > 0 ? rows[^1].Cursor : after);

    private static bool IsShort(CheckRequest request)
    {
        var days = 0L;
        foreach (var order in request.Orders)
            days += DaysOf(order);
        return request.Orders.Count <= MostOrdersHere && days <= MostDaysHere;
    }

    /// <summary>How long it runs, by what it says; of a herb prescription a set a day is taken.</summary>
    private static long DaysOf(Order order) => order switch
    {
        { Days: { } days } => Math.Max(1, days),
        { EndAt: { } end } => Math.Max(1, (long)(end - order.StartAt).TotalDays + 1),
        { Kind: OrderKind.Herb } => (long)Math.Clamp(HerbQuantity.Sets(order) ?? 1, 1, MostDaysHere + 1),
        _ => 1,
    };

    private static CheckAnswer CheckHere(OpenEncounter encounter, Caller caller, CheckRequest request)
    {
        using var span = GrainTelemetry.Here("ordercheck.check");
        return encounter.Check(caller, request, PhaseTimer.Start());
    }

    private static bool IsShort(ReportedCheck asked) =>
        asked.Reported.Orders.Count <= MostLinesHere
        && !asked.Stages.Any(static stage => stage is Stage.Registration or Stage.Discharge) && IsShort(asked.At(Stage.Order));

    private static IReadOnlyList<CheckAnswer> CheckHere(OpenEncounter encounter, Caller caller, ReportedCheck asked)
    {
        using var span = GrainTelemetry.Here("ordercheck.check-reported");
        return encounter.Reported.Check(caller, asked);
    }

    private async Task<IReadOnlyList<CheckAnswer>> CheckReportedByGrainAsync(Caller caller, string visit, ReportedCheck asked, CancellationToken cancellation)
    {
        try
        {
            var key = await told.FindAsync(caller.Hospital, visit, cancellation);
            GrainTelemetry.Carry();
            return await Grain(key).CheckReportedAsync(caller, asked);
        }
        catch (Exception e) when (e is OrleansException or TimeoutException)
        {
            GrainLog.EncounterUnreachable(logger, e);
            return [.. asked.Stages.Select(stage => Unjudged(caller, new EncounterRef(visit, null), asked.At(stage), CheckReasons.EncounterUnreachable))];
        }
    }

    private async Task<CheckAnswer> CheckByGrainAsync(Caller caller, EncounterRef encounter, CheckRequest request, CancellationToken cancellation)
    {
        try
        {
            var key = await keys.ResolveAsync(caller.Hospital, encounter, cancellation);
            GrainTelemetry.Carry();
            var timer = PhaseTimer.Start();
            var answer = await Grain(key).CheckAsync(caller, request);
            timer.Lap(CheckPhase.Turn, less: TimeSpan.FromMicroseconds(answer.ElapsedMicros));
            return answer;
        }
        catch (LedgerUnavailableException e)
        {
            GrainLog.LedgerUnavailable(logger, e.Reason);
            return Unjudged(caller, encounter, request, CheckReasons.NothingKnown);
        }
        catch (Exception e) when (e is OrleansException or TimeoutException)
        {
            GrainLog.EncounterUnreachable(logger, e);
            return Unjudged(caller, encounter, request, CheckReasons.EncounterUnreachable);
        }
    }

    private IEncounterGrain Grain(EncounterKey key) => grains.Of(key);

    private void Require(Caller caller, Operation operation)
    {
        PermissionTable.Require(caller, operation);
        RequireHospital(caller);
    }

    private void RequireHospital(Caller caller)
    {
        if (dictionaries.Find(caller.Hospital) is null)
            throw new UnknownHospitalException(caller.Hospital);
    }
}
