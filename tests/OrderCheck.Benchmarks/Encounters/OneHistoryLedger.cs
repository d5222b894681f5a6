using System.Runtime.CompilerServices;
using OrderCheck.Core.Encounters;
using OrderCheck.Core.Identity;
using OrderCheck.Ledger;
using OrderCheck.Ledger.Patients;
using OrderCheck.Ledger.Wire;

namespace OrderCheck.Benchmarks.Encounters;

/// <summary>A ledger in which every encounter has the same history, read from its bytes each time.</summary>
internal sealed class OneHistoryLedger(IReadOnlyList<byte[]> bodies) : ILedger
{
    private readonly EntryCodec _codec = new();
    private readonly LedgerHead _head = new(bodies.Count, new byte[32]);

    public Task<long> OpenEncounterAsync(EncounterKey key, CancellationToken cancellation) => Task.FromResult(1L);

    public Task<long?> FindEncounterAsync(EncounterKey key, CancellationToken cancellation) => Task.FromResult<long?>(key.IsParked ? null : 1);

    public Task<EncounterKey?> FindByAliasAsync(string hospital, string mdtrtId, CancellationToken cancellation) => Task.FromResult<EncounterKey?>(null);

    public Task<LedgerHead> ReadHeadAsync(long encounter, CancellationToken cancellation) => Task.FromResult(_head);

    public async IAsyncEnumerable<RecordedFact> ReadAsync(long encounter, long afterSequence, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await Task.CompletedTask;
        for (var index = (int)afterSequence; index < bodies.Count; index++)
            yield return _codec.Decode(index + 1, bodies[index], LongStay.Hospital);
    }

    public ReadOnlyMemory<byte> ContentHash(Fact fact) => throw ReadOnly();

    public Task<IReadOnlyList<StoredEntity>> FindEntitiesAsync(long encounter, IReadOnlyCollection<EntityId> ids, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<StoredEntity>>([]);

    public Task<StoredAnswer?> FindAnswerAsync(long encounter, string requestId, CancellationToken cancellation) => throw ReadOnly();

    public Task<AppendResult> AppendAsync(AppendUnit unit) => throw ReadOnly();

    public Task<IReadOnlyList<EncounterKey>> ListChargedAsync(string hospital, DateOnly day, CancellationToken cancellation) => throw ReadOnly();

    public Task<IReadOnlyList<EncounterKey>> ListAwaitingJudgementAsync(int limit, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<EncounterKey>>([]);

    public Task<IReadOnlyList<EncounterKey>> ListPromisesDueAsync(DateTimeOffset now, int limit, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<EncounterKey>>([]);

    public Task<LateBacklog> ReadLateBacklogAsync(CancellationToken cancellation) => throw ReadOnly();

    public Task<IReadOnlyList<PatientEncounter>> ListPatientEncountersAsync(
        string hospital, string patientNumber, int limit, CancellationToken cancellation) => Task.FromResult<IReadOnlyList<PatientEncounter>>([]);

    public Task<EncounterKey?> FindKeyAsync(long encounter, CancellationToken cancellation) => throw ReadOnly();

    public Task<IReadOnlyList<WorkRow>> ListWorkAsync(string hospital, string list, string? ward, long after, int limit, CancellationToken cancellation) => throw ReadOnly();

    public Task<IReadOnlyList<LateRow>> ListLateAsync(string hospital, string doctor, long after, int limit, CancellationToken cancellation) => throw ReadOnly();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static NotSupportedException ReadOnly() => new("Encounters are only read here.");
}
