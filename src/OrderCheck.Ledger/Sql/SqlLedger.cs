using System.Runtime.CompilerServices;
using OrderCheck.Core.Encounters;
using OrderCheck.Core.Identity;
using OrderCheck.Ledger.Chain;
using OrderCheck.Ledger.Commit;
using OrderCheck.Ledger.Patients;

namespace OrderCheck.Ledger.Sql;

/// <summary>The ledger on a SQL store: it reads through the gate and appends through the group commit.</summary>
internal sealed class SqlLedger(ISqlGate gate, IUnitWriter writer, IEntryCodec codec, StoreOptions options) : ILedger
{
    private const int ReplayPage = 1000;
    private const int IdPage = 100;
    private readonly GroupCommit _commit = new(writer, options.AppendQueue, options.BatchUnits);

    public Task<long?> FindEncounterAsync(EncounterKey key, CancellationToken cancellation) =>
        gate.ReadAsync(connection => LedgerQueries.FindEncounterAsync(connection, key), cancellation);

    public async Task<long> OpenEncounterAsync(EncounterKey key, CancellationToken cancellation) =>
        await FindEncounterAsync(key, cancellation)
        ?? await gate.WriteAsync(async connection =>
        {
            await LedgerQueries.InsertEncounterAsync(connection, key);
            return await LedgerQueries.FindEncounterAsync(connection, key)
                ?? throw new InvalidOperationException("An encounter just opened is not there.");
        });

    public Task<EncounterKey?> FindByAliasAsync(string hospital, string mdtrtId, CancellationToken cancellation) =>
        gate.ReadAsync(connection => LedgerQueries.FindByAliasAsync(connection, hospital, mdtrtId), cancellation);

    public Task<LedgerHead> ReadHeadAsync(long encounter, CancellationToken cancellation) =>
        gate.ReadAsync(connection => LedgerQueries.HeadAsync(connection, encounter), cancellation);

    public async IAsyncEnumerable<RecordedFact> ReadAsync(
        long encounter, long afterSequence, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var hospital = await gate.ReadAsync(connection => LedgerQueries.HospitalOfAsync(connection, encounter), cancellation);
        var after = afterSequence;
        while (true)
        {
            var from = after;
            var page = await gate.ReadAsync(connection => LedgerQueries.BodiesAsync(connection, encounter, from, ReplayPage), cancellation);
            foreach (var (sequence, body) in page)
                yield return codec.Decode(sequence, body, hospital);
            if (page.Count < ReplayPage)
                yield break;
            after = page[^1].Sequence;
        }
    }

    public ReadOnlyMemory<byte> ContentHash(Fact fact) => ContentHashing.Of(codec, fact);

    public async Task<IReadOnlyList<StoredEntity>> FindEntitiesAsync(
        long encounter, IReadOnlyCollection<EntityId> ids, CancellationToken cancellation)
    {
        var hospital = await gate.ReadAsync(connection => LedgerQueries.HospitalOfAsync(connection, encounter), cancellation);
        var found = new List<StoredEntity>();
        foreach (var page in ids.Distinct().Chunk(IdPage))
        {
            var asked = page.ToDictionary(id => Convert.ToHexString(IdHash.Of(id)));
            var keys = page.Select(IdHash.Of).ToList();
            var rows = await gate.ReadAsync(connection => LedgerQueries.RevisionsAsync(connection, encounter, keys), cancellation);
            foreach (var latest in rows.GroupBy(row => Convert.ToHexString(row.Id16)).Select(revisions => revisions.Last()))
            {
                var fact = codec.Decode(latest.Sequence, latest.Body, hospital);
                found.Add(new StoredEntity(asked[Convert.ToHexString(latest.Id16)], latest.Revision, latest.Content16, fact));
            }
        }
        return found;
    }

    public Task<StoredAnswer?> FindAnswerAsync(long encounter, string requestId, CancellationToken cancellation) =>
        gate.ReadAsync(connection => LedgerQueries.AnswerAsync(connection, encounter, IdHash.OfRequest(requestId)), cancellation);

    public Task<AppendResult> AppendAsync(AppendUnit unit) => _commit.AppendAsync(PreparedUnit.From(unit, codec));

    public async Task<IReadOnlyList<EncounterKey>> ListChargedAsync(string hospital, DateOnly day, CancellationToken cancellation) =>
        await gate.ReadAsync(connection => LedgerQueries.ChargedAsync(connection, hospital, day), cancellation);

    public async Task<IReadOnlyList<EncounterKey>> ListAwaitingJudgementAsync(int limit, CancellationToken cancellation) =>
        await gate.ReadAsync(connection => LedgerQueries.AwaitingAsync(connection, limit), cancellation);

    public async Task<IReadOnlyList<EncounterKey>> ListPromisesDueAsync(DateTimeOffset now, int limit, CancellationToken cancellation) =>
        await gate.ReadAsync(connection => LedgerQueries.PromisesDueAsync(connection, now, limit), cancellation);

    public async Task<LateBacklog> ReadLateBacklogAsync(CancellationToken cancellation) =>
        await gate.ReadAsync(LedgerQueries.BacklogAsync, cancellation);

    public async Task<IReadOnlyList<PatientEncounter>> ListPatientEncountersAsync(
        string hospital, string patientNumber, int limit, CancellationToken cancellation) =>
        await gate.ReadAsync(connection => PatientQueries.EncountersAsync(connection, hospital, patientNumber, limit), cancellation);

    public Task<EncounterKey?> FindKeyAsync(long encounter, CancellationToken cancellation) =>
        gate.ReadAsync(connection => PatientQueries.KeyAsync(connection, encounter), cancellation);

    public async Task<IReadOnlyList<LateRow>> ListLateAsync(
        string hospital, string doctor, long after, int limit, CancellationToken cancellation) =>
        await gate.ReadAsync(connection => LedgerQueries.LateAsync(connection, hospital, doctor, after, limit), cancellation);

    public async Task<IReadOnlyList<WorkRow>> ListWorkAsync(
        string hospital, string list, string? ward, long after, int limit, CancellationToken cancellation) =>
        await gate.ReadAsync(connection => LedgerQueries.WorkAsync(connection, hospital, list, ward, after, limit), cancellation);

    public ValueTask DisposeAsync() => _commit.DisposeAsync();
}
