using Microsoft.Extensions.Logging;
using OrderCheck.Core.Checks;
using OrderCheck.Core.Encounters;
using OrderCheck.Core.Hospitals;
using OrderCheck.Core.Identity;
using OrderCheck.Grains.Checks;
using OrderCheck.Grains.Findings;
using OrderCheck.Grains.Hospitals;
using OrderCheck.Ledger;

namespace OrderCheck.Grains.Encounters;

/// <summary>
/// One encounter in memory. Checks interleave with everything and read the snapshot once; writes go one at a time. Whatever
/// is in memory can be thrown away at any moment: the ledger has it.
/// </summary>
internal sealed class EncounterGrain(
    ILedger ledger, Judge judge, CheckRecorder recorder, DictionaryHolder dictionaries, OpenEncounters openEncounters, LateSignal signal,
    Observations observations, TimeProvider time, ILogger<EncounterGrain> logger) : Grain, IEncounterGrain
{
    /// <summary>How long the first call waits for the ledger: it may be a check.</summary>
    private static readonly TimeSpan ActivationPatience = TimeSpan.FromSeconds(1);

    /// <summary>How long a check waits to have its snapshot confirmed.</summary>
    private static readonly TimeSpan CheckPatience = TimeSpan.FromMilliseconds(200);

    /// <summary>How long a check waits for a snapshot where there is none: without it nothing can be judged.</summary>
    private static readonly TimeSpan ReadPatience = TimeSpan.FromMilliseconds(500);

    private EncounterKey _key = null!;
    private EncounterMemory _memory = null!;
    private EncounterHistory _history = null!;
    private OpenEncounter _checked = null!;
    private EncounterWriter _writer = null!;
    private ParkedFacts _parked = null!;
    private LateJudge _late = null!;
    private PromiseJudge _promises = null!;
    private EncounterAudit _audit = null!;
    private Observer _observer = null!;
    private EncounterKey? _owner;

    private TimeSpan Patience => _memory.Current is null ? ReadPatience : CheckPatience;

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _key = EncounterKey.Parse(this.GetPrimaryKeyString());
        var zone = dictionaries.Find(_key.Hospital)?.Hospital.TimeZone ?? Hospital.FindTimeZone(Hospital.DefaultTimeZoneId);
        _memory = new EncounterMemory(_key, zone, ledger, time, logger);
        var recent = new RecentChecks();
        _history = new EncounterHistory(_key, _memory, GrainFactory, time, logger);
        _writer = new EncounterWriter(_key, _memory, recent, ledger, judge, recorder, dictionaries, time, logger);
        _parked = new ParkedFacts(_key, _memory, ledger, time, logger);
        _late = new LateJudge(_key, _memory, _history, ledger, judge, recorder, time, logger);
        _promises = new PromiseJudge(_key, _memory, _history, ledger, judge, recorder, time, logger);
        _audit = new EncounterAudit(_key, _memory, _history, judge, recorder, logger);
        _observer = new Observer(_key, _memory, WriteAsync, time, logger);
        var reported = new ReportedJudge(_key, _memory, _history, recent, judge, recorder, _audit, observations, time);
        _checked = new OpenEncounter(_key, _memory, _history, recent, judge, recorder, reported);
        EncounterMetrics.Activated();
        await _memory.RefreshAsync(ActivationPatience);
        // An earlier activation may have ended between recording an alias and joining what was parked under it.
        if (!_memory.MayBeStale)
        {
            await _parked.JoinAllAsync();
            await LookForOwnerAsync();
        }
        openEncounters.Add(_checked);
        _ = _history.RefreshAsync();
    }

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        openEncounters.Remove(_checked);
        _history.End();
        return Task.CompletedTask;
    }

    public async Task<CheckAnswer> CheckAsync(Caller caller, CheckRequest request)
    {
        using var span = GrainTelemetry.Turn("ordercheck.check");
        var timer = PhaseTimer.Start();
        await _memory.RefreshAsync(Patience);
        timer.Lap(CheckPhase.Refresh);
        return _checked.Check(caller, request, timer);
    }

    public async Task<CheckAnswer> AuditAsync(Caller caller, CheckRequest request)
    {
        using var span = GrainTelemetry.Turn("ordercheck.audit");
        await _memory.RefreshAsync(Patience);
        return await _audit.RunAsync(caller, request);
    }

    public async Task<IReadOnlyList<CheckAnswer>> CheckReportedAsync(Caller caller, ReportedCheck asked)
    {
        using var span = GrainTelemetry.Turn("ordercheck.check-reported");
        await _memory.RefreshAsync(Patience);
        return await _checked.Reported.CheckAsync(caller, asked);
    }

    public Task<WriteOutcome> ObserveAsync(Caller caller, ReportedEncounter reported) => _observer.ObserveAsync(caller, reported);

    public async Task<DescribeOutcome> DescribeAsync()
    {
        await _memory.RefreshAsync(Patience);
        return _memory.Current is { } current
            ? DescribeOutcome.Of(current.State, _memory.MayBeStale)
            : new DescribeOutcome(false, null);
    }

    public async Task<WriteOutcome> WriteAsync(Caller caller, WriteRequest request)
    {
        using var span = GrainTelemetry.Turn("ordercheck.write");
        var sources = _memory.Current?.Sources.ToHashSet() ?? [];
        var outcome = await _writer.WriteAsync(caller, request);
        if (outcome.Kind == WriteOutcomeKind.Contended)
            DeactivateOnIdle();
        if (outcome.Kind == WriteOutcomeKind.Done)
        {
            await FollowAsync(sources);
            _history.Wrote();
        }
        return outcome;
    }

    public Task JoinAsync(EncounterKey source) => JoinAndSignalAsync(source);

    public Task MergedAsync(EncounterKey owner)
    {
        _owner = owner == _key ? null : owner;
        return Task.CompletedTask;
    }

    public Task HistoryChangedAsync()
    {
        _history.Hinted();
        return Task.CompletedTask;
    }

    public async Task JudgeLateAsync()
    {
        // What was merged into another encounter is judged there.
        if (_owner is not null)
            return;
        try
        {
            if (await _late.JudgeAsync())
                signal.Raise();
            await _promises.RaiseAsync();
        }
        catch (LedgerUnavailableException e)
        {
            _memory.Failed();
            GrainLog.SweepPostponed(logger, e.Reason);
        }
        catch (InvalidDataException e)
        {
            GrainLog.LedgerUnreadable(logger, e, _key.Hospital);
        }
    }

    /// <summary>What a committed write sets going: joins, and late judgements.</summary>
    private async Task FollowAsync(HashSet<EncounterKey> knownSources)
    {
        foreach (var source in _memory.Current!.Sources.Where(source => !knownSources.Contains(source)).ToArray())
        {
            // Told before its facts are read: what it records later it brings itself.
            if (!source.IsParked)
                await GrainFactory.GetGrain<IEncounterGrain>(source.ToString()).MergedAsync(_key);
            await _parked.JoinAsync(source);
        }
        // The alias may have come between the caller's look-up and this write.
        if (_key.IsParked)
            await LookForOwnerAsync();
        if (_owner is { } owner)
            await GrainFactory.GetGrain<IEncounterGrain>(owner.ToString()).JoinAsync(_key);
        if (UnitIndexes.AwaitsJudgement(_memory.Current.State) || _memory.Current.State.NextPromiseDue <= time.GetUtcNow())
            signal.Raise();
    }

    private async Task LookForOwnerAsync()
    {
        try
        {
            _owner = await MergedVisits.OwnerAsync(ledger, _key, CancellationToken.None);
        }
        catch (LedgerUnavailableException e)
        {
            GrainLog.JoinPostponed(logger, _key.Hospital, e.Reason);
        }
    }

    private async Task JoinAndSignalAsync(EncounterKey source)
    {
        await _parked.JoinAsync(source);
        _history.Wrote();
        if (_memory.Current is { } current && UnitIndexes.AwaitsJudgement(current.State))
            signal.Raise();
    }
}
