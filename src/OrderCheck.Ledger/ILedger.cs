using OrderCheck.Core.Encounters;
using OrderCheck.Core.Identity;
using OrderCheck.Ledger.Patients;

namespace OrderCheck.Ledger;

/// <summary>
/// The durable record of encounters: append, replay, query. Every method throws <see cref="LedgerUnavailableException"/>
/// when the store cannot be used (down, read-only, full, locked), and works again without a restart when it can.
/// </summary>
public interface ILedger : IAsyncDisposable
{
    /// <summary>The encounter's number in this store; given on first use.</summary>
    Task<long> OpenEncounterAsync(EncounterKey key, CancellationToken cancellation);

    /// <summary>The encounter's number, or null if nothing was ever recorded for it; writes nothing, so it works on a read-only store.</summary>
    Task<long?> FindEncounterAsync(EncounterKey key, CancellationToken cancellation);

    /// <summary>The encounter whose alias this mdtrt_id is, or null; the latest dated alias wins.</summary>
    Task<EncounterKey?> FindByAliasAsync(string hospital, string mdtrtId, CancellationToken cancellation);

    Task<LedgerHead> ReadHeadAsync(long encounter, CancellationToken cancellation);

    /// <summary>The encounter's facts after a sequence, in order.</summary>
    IAsyncEnumerable<RecordedFact> ReadAsync(long encounter, long afterSequence, CancellationToken cancellation);

    /// <summary>
    /// 16 bytes over a fact's content, without who reported it and when it was recorded: compare with
    /// <see cref="StoredEntity.ContentHash"/> to tell a repetition from the same id with other content.
    /// </summary>
    ReadOnlyMemory<byte> ContentHash(Fact fact);

    /// <summary>The latest stored revision of each of these ids that exists.</summary>
    Task<IReadOnlyList<StoredEntity>> FindEntitiesAsync(long encounter, IReadOnlyCollection<EntityId> ids, CancellationToken cancellation);

    /// <summary>The answer that a request got, or null if that request id is new.</summary>
    Task<StoredAnswer?> FindAnswerAsync(long encounter, string requestId, CancellationToken cancellation);

    /// <summary>
    /// Appends one request's facts as a unit of its own, in a group commit with other encounters' units. When the task ends
    /// with <see cref="AppendStatus.Appended"/>, the unit is on disk. Takes no cancellation: a write that was begun is finished.
    /// </summary>
    Task<AppendResult> AppendAsync(AppendUnit unit);

    /// <summary>Encounters of a hospital that have charges on this day of the hospital's calendar.</summary>
    Task<IReadOnlyList<EncounterKey>> ListChargedAsync(string hospital, DateOnly day, CancellationToken cancellation);

    /// <summary>Encounters with signed orders or charges that still wait to be judged late.</summary>
    Task<IReadOnlyList<EncounterKey>> ListAwaitingJudgementAsync(int limit, CancellationToken cancellation);

    /// <summary>Encounters with a promise that was due by then and has not been looked at; the longest due first.</summary>
    Task<IReadOnlyList<EncounterKey>> ListPromisesDueAsync(DateTimeOffset now, int limit, CancellationToken cancellation);

    /// <summary>How much waits to be judged late, over all hospitals.</summary>
    Task<LateBacklog> ReadLateBacklogAsync(CancellationToken cancellation);

    /// <summary>
    /// Every encounter that ever named the patient, or a number that was merged with the patient's, as they are at one moment:
    /// which of them are the patient's now, their facts say (see <see cref="Core.Patients.PatientMembers"/>). By their numbers.
    /// </summary>
    Task<IReadOnlyList<PatientEncounter>> ListPatientEncountersAsync(string hospital, string patientNumber, int limit, CancellationToken cancellation);

    /// <summary>The encounter of that number in this store, or null.</summary>
    Task<EncounterKey?> FindKeyAsync(long encounter, CancellationToken cancellation);

    /// <summary>What was judged late for a doctor, after a cursor, oldest first.</summary>
    Task<IReadOnlyList<LateRow>> ListLateAsync(string hospital, string doctor, long after, int limit, CancellationToken cancellation);

    /// <summary>The rows of a list (see <see cref="WorkLists"/>), of one ward or of all (null), after a cursor, oldest first.</summary>
    Task<IReadOnlyList<WorkRow>> ListWorkAsync(string hospital, string list, string? ward, long after, int limit, CancellationToken cancellation);
}

/// <param name="Sequence">0 for an empty encounter.</param>
/// <param name="Hash">Of the last commit, 32 bytes; empty for an empty encounter.</param>
public sealed record LedgerHead(long Sequence, ReadOnlyMemory<byte> Hash);

/// <summary>An id within its namespace.</summary>
public readonly record struct EntityId(EntityKind Kind, string Id);

/// <param name="ContentHash">Equal hashes: equal content. 16 bytes.</param>
public sealed record StoredEntity(EntityId Id, int Revision, ReadOnlyMemory<byte> ContentHash, RecordedFact Fact);

/// <param name="RequestHash">Of the request that got the answer, 16 bytes.</param>
public sealed record StoredAnswer(ReadOnlyMemory<byte> RequestHash, ReadOnlyMemory<byte> Answer);

/// <summary>One request's facts for one encounter.</summary>
public sealed record AppendUnit
{
    public required long Encounter { get; init; }

    /// <summary>Unique for the encounter for ever, 1 to 64 characters.</summary>
    public required string RequestId { get; init; }

    /// <summary>16 bytes over the request's content.</summary>
    public required ReadOnlyMemory<byte> RequestHash { get; init; }

    /// <summary>The head the writer knows; if the encounter has moved on, nothing is written.</summary>
    public required LedgerHead Expected { get; init; }

    /// <summary>At least one.</summary>
    public required IReadOnlyList<Fact> Facts { get; init; }

    /// <summary>
    /// <see cref="ILedger.ContentHash"/> of the first of the facts as they were reported, before anything was resolved from a
    /// catalogue that may change. Facts beyond them are as reported.
    /// </summary>
    public IReadOnlyList<ReadOnlyMemory<byte>> ContentHashes { get; init; } = [];

    public required Caller By { get; init; }
    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>The answer the same request gets for ever (a WriteReceipt).</summary>
    public required ReadOnlyMemory<byte> Answer { get; init; }

    /// <summary>mdtrt_id aliases that these facts bring.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>Days (hospital calendar) on which these facts charge.</summary>
    public IReadOnlyList<DateOnly> ChargedDays { get; init; } = [];

    /// <summary>Whether the encounter waits for the late sweeper after this unit; null leaves that as it is.</summary>
    public bool? AwaitsJudgement { get; init; }

    /// <summary>When the encounter's next promise is due after this unit; null leaves that as it is.</summary>
    public PromisesDue? Promises { get; init; }
    public IReadOnlyList<LateRow> Late { get; init; } = [];
    public IReadOnlyList<WorkRow> Work { get; init; } = [];
}

/// <param name="Next">Null: none is.</param>
public sealed record PromisesDue(DateTimeOffset? Next);

/// <summary>A late judgement on its doctor's list.</summary>
/// <param name="Cursor">Given by the store, increasing; 0 in what is appended.</param>
/// <param name="Answer">The findings, a CheckAnswer.</param>
public sealed record LateRow(
    long Cursor, EncounterKey Encounter, string Doctor, string Department, DateTimeOffset JudgedAt, string CheckId, ReadOnlyMemory<byte> Answer);

/// <summary>Findings on a list that is no doctor's.</summary>
/// <param name="Cursor">Given by the store, increasing; 0 in what is appended.</param>
/// <param name="List">Which: see <see cref="WorkLists"/>.</param>
/// <param name="Ward">"" where none is known.</param>
/// <param name="Answer">The findings, a CheckAnswer.</param>
public sealed record WorkRow(
    long Cursor, EncounterKey Encounter, string List, string Ward, DateTimeOffset JudgedAt, string CheckId, ReadOnlyMemory<byte> Answer);

/// <param name="Encounters">With signed orders or charges that still wait.</param>
/// <param name="OldestSince">When the longest waiting was recorded; null if none waits.</param>
public sealed record LateBacklog(long Encounters, DateTimeOffset? OldestSince);

public enum AppendStatus
{
    Appended,

    /// <summary>Another writer was first: throw the memory away, reload, try again.</summary>
    SequenceConflict,

    /// <summary>An id and revision of these facts is stored already: see <see cref="ILedger.FindEntitiesAsync"/>.</summary>
    EntityConflict,

    /// <summary>The request id is stored already: see <see cref="ILedger.FindAnswerAsync"/>.</summary>
    RequestRepeated,
}

/// <param name="Head">The encounter's head after the append; the store's head after a conflict, where known.</param>
public sealed record AppendResult(AppendStatus Status, LedgerHead? Head);
