using OrderCheck.Core.Encounters;
using OrderCheck.Core.Identity;
using OrderCheck.Ledger;
using OrderCheck.Ledger.Patients;

namespace OrderCheck.Grains.Tests.Stores;

/// <summary>A real store that a test can take away, hold in the middle of a commit, and write to behind everybody's back.</summary>
internal sealed class WatchedLedger(ILedger store) : ILedger
{
    private volatile HeldCall? _held;
    private volatile HeldCall? _heldHead;
    private HeldCall? _heldHash;
    private HeldCall? _heldPatient;
    private volatile bool _down;
    private Func<AppendUnit, Task>? _beforeAppend;
    private Action? _afterAppends;
    private int _appendsUntil = -1;
    private int _reads;

    /// <summary>The store itself, past all that a test arranges.</summary>
    public ILedger Store => store;

    public bool Down
    {
        get => _down;
        set => _down = value;
    }

    /// <summary>Which encounters a patient has cannot be asked; all else can.</summary>
    public bool PatientsDown { get; set; }

    /// <summary>How often an encounter was replayed.</summary>
    public int Replays => _reads;

    /// <summary>Holds the next commit until it is let go.</summary>
    public HeldCall HoldNextCommit() => _held = new HeldCall();

    /// <summary>Holds the next look at a head until it is let go.</summary>
    public HeldCall HoldNextHead() => _heldHead = new HeldCall();

    /// <summary>Holds the next look at a patient's encounters until it is let go.</summary>
    public HeldCall HoldNextPatient() => _heldPatient = new HeldCall();

    /// <summary>Holds the next write's turn, thread and all, while its facts are hashed.</summary>
    public HeldCall HoldNextHash() => _heldHash = new HeldCall();

    /// <summary>Runs once, just before the next append reaches the store: another writer is first.</summary>
    public void BeforeNextAppend(Func<AppendUnit, Task> other) => _beforeAppend = other;

    /// <summary>Runs once, when so many more appends have reached the store.</summary>
    public void AfterAppends(int count, Action then) => (_afterAppends, _appendsUntil) = (then, count);

    public async Task<AppendResult> AppendAsync(AppendUnit unit)
    {
        Require();
        if (Interlocked.Exchange(ref _beforeAppend, null) is { } other)
            await other(unit);
        if (_held is { } held)
        {
            _held = null;
            await held.HoldAsync();
        }
        var result = await store.AppendAsync(unit);
        if (Interlocked.Decrement(ref _appendsUntil) == 0)
            _afterAppends!();
        return result;
    }

    public Task<long> OpenEncounterAsync(EncounterKey key, CancellationToken cancellation) => Up().OpenEncounterAsync(key, cancellation);

    public Task<long?> FindEncounterAsync(EncounterKey key, CancellationToken cancellation) => Up().FindEncounterAsync(key, cancellation);

    public Task<EncounterKey?> FindByAliasAsync(string hospital, string mdtrtId, CancellationToken cancellation) =>
        Up().FindByAliasAsync(hospital, mdtrtId, cancellation);

    public async Task<LedgerHead> ReadHeadAsync(long encounter, CancellationToken cancellation)
    {
        if (_heldHead is { } held)
        {
            _heldHead = null;
            await held.HoldAsync();
        }
        return await Up().ReadHeadAsync(encounter, cancellation);
    }

    public IAsyncEnumerable<RecordedFact> ReadAsync(long encounter, long afterSequence, CancellationToken cancellation)
    {
        Interlocked.Increment(ref _reads);
        return Up().ReadAsync(encounter, afterSequence, cancellation);
    }

    public ReadOnlyMemory<byte> ContentHash(Fact fact)
    {
        Interlocked.Exchange(ref _heldHash, null)?.Hold();
        return store.ContentHash(fact);
    }

    public Task<IReadOnlyList<StoredEntity>> FindEntitiesAsync(long encounter, IReadOnlyCollection<EntityId> ids, CancellationToken cancellation) =>
        Up().FindEntitiesAsync(encounter, ids, cancellation);

    public Task<StoredAnswer?> FindAnswerAsync(long encounter, string requestId, CancellationToken cancellation) =>
        Up().FindAnswerAsync(encounter, requestId, cancellation);

    public Task<IReadOnlyList<EncounterKey>> ListChargedAsync(string hospital, DateOnly day, CancellationToken cancellation) =>
        Up().ListChargedAsync(hospital, day, cancellation);

    public Task<IReadOnlyList<EncounterKey>> ListAwaitingJudgementAsync(int limit, CancellationToken cancellation) =>
        Up().ListAwaitingJudgementAsync(limit, cancellation);

    public Task<IReadOnlyList<EncounterKey>> ListPromisesDueAsync(DateTimeOffset now, int limit, CancellationToken cancellation) =>
        Up().ListPromisesDueAsync(now, limit, cancellation);

    public Task<LateBacklog> ReadLateBacklogAsync(CancellationToken cancellation) => Up().ReadLateBacklogAsync(cancellation);

    public async Task<IReadOnlyList<PatientEncounter>> ListPatientEncountersAsync(
        string hospital, string patientNumber, int limit, CancellationToken cancellation)
    {
        if (Interlocked.Exchange(ref _heldPatient, null) is { } held)
            await held.HoldAsync();
        if (PatientsDown)
            throw new LedgerUnavailableException("store_down", "The test has taken the patients away.");
        return await Up().ListPatientEncountersAsync(hospital, patientNumber, limit, cancellation);
    }

    public Task<EncounterKey?> FindKeyAsync(long encounter, CancellationToken cancellation) => Up().FindKeyAsync(encounter, cancellation);

    public Task<IReadOnlyList<LateRow>> ListLateAsync(string hospital, string doctor, long after, int limit, CancellationToken cancellation) =>
        Up().ListLateAsync(hospital, doctor, after, limit, cancellation);

    public Task<IReadOnlyList<WorkRow>> ListWorkAsync(
        string hospital, string list, string? ward, long after, int limit, CancellationToken cancellation) =>
        Up().ListWorkAsync(hospital, list, ward, after, limit, cancellation);

    /// <summary>The store belongs to the test.</summary>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private ILedger Up()
    {
        Require();
        return store;
    }

    private void Require()
    {
        if (_down)
            throw new LedgerUnavailableException("store_down", "The test has taken the store away.");
    }
}
