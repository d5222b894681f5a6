using Microsoft.Extensions.Logging;
using OrderCheck.Core.Charges;
using OrderCheck.Core.Checks;
using OrderCheck.Core.Encounters;
using OrderCheck.Core.Findings;
using OrderCheck.Core.Hospitals;
using OrderCheck.Core.Identity;
using OrderCheck.Core.Orders;
using OrderCheck.Grains.Charges;
using OrderCheck.Grains.Checks;
using OrderCheck.Grains.Hospitals;
using OrderCheck.Ledger;

namespace OrderCheck.Grains.Encounters;

/// <summary>
/// Records one encounter's facts, one call at a time: finds what is new, judges it on the state before, appends it as one
/// unit, and only then changes the memory.
/// </summary>
internal sealed class EncounterWriter(
    EncounterKey key, EncounterMemory memory, RecentChecks recent, ILedger ledger, Judge judge, CheckRecorder recorder,
    DictionaryHolder dictionaries, TimeProvider time, ILogger logger)
{
    /// <summary>How often another writer may be first before the caller is asked to come again.</summary>
    private const int Attempts = 3;

    private readonly CodingAtDischarge _coding = new(key, memory, judge, recorder);

    public async Task<WriteOutcome> WriteAsync(Caller by, WriteRequest request)
    {
        try
        {
            Require(request);
            await memory.OpenAsync();
            if (request.Revises)
                request = request with { Facts = NextRevision.Of(request.Facts, await RecordedAsync(request.Facts)) };
            var hash = RequestHash.Of(request, ledger);
            if (IsUsuallyNew(request))
            {
                if (await TryNewAsync(by, request, hash) is { } done)
                    return WriteOutcome.Done(done);
                await memory.CatchUpAsync();
            }
            for (var attempt = 0; attempt < Attempts; attempt++)
            {
                if (await TryAsync(by, request, hash) is { } receipt)
                    return WriteOutcome.Done(receipt);
                GrainLog.WriteConflict(logger, key.Hospital);
                await memory.CatchUpAsync();
            }
            return WriteOutcome.Contended;
        }
        catch (ConflictException e)
        {
            return WriteOutcome.From(e);
        }
        catch (RefusedException e)
        {
            return WriteOutcome.From(e);
        }
        catch (InvalidDataException e)
        {
            GrainLog.LedgerUnreadable(logger, e, key.Hospital);
            return WriteOutcome.From(new LedgerUnavailableException("entry_unreadable", "What is recorded of this encounter cannot be read by this version."));
        }
        catch (LedgerUnavailableException e)
        {
            // Whether the store did commit before it failed shows when it is read again.
            memory.Failed();
            GrainLog.LedgerUnavailable(logger, e.Reason);
            return WriteOutcome.From(e);
        }
    }

    private static void Require(WriteRequest request)
    {
        if (request.RequestId.Length is 0 or > FactForm.LongestId)
            throw new RefusedException("request_id", $"A request id has 1 to {FactForm.LongestId} characters, this one {request.RequestId.Length}.");
        for (var i = 0; i < request.Facts.Count; i++)
            FactForm.Require(request.Facts, i, request.Observed);
    }

    /// <summary>
    /// Facts without revisions that refund nothing, with ids that the caller has just made: whether it really has, the store's
    /// unique keys say when they are appended.
    /// </summary>
    private static bool IsUsuallyNew(WriteRequest request) =>
        request.Facts.All(static fact => fact is Charge { RefundOf: null } or OrderActed or OrderSuperseded or DecisionRecorded);

    /// <summary>Appends without looking anything up. Null: something of it was recorded before, or another writer was first.</summary>
    private async Task<WriteReceipt?> TryNewAsync(Caller by, WriteRequest request, RequestHash hash)
    {
        var recorded = new Dictionary<EntityId, Fact>();
        try
        {
            return await AppendAsync(by, request, hash, recorded, Novelty.Of(request.Facts, recorded));
        }
        catch (ConflictException)
        {
            // It may be a repetition of what was answered before: that is looked up first.
            return null;
        }
    }

    /// <summary>Null: another writer was first, the memory is behind.</summary>
    private async Task<WriteReceipt?> TryAsync(Caller by, WriteRequest request, RequestHash hash)
    {
        if (await ledger.FindAnswerAsync(memory.Number, request.RequestId, CancellationToken.None) is { } earlier)
            return Repeated(request, hash.Hash, earlier);
        var recorded = await RecordedAsync(request.Facts);
        return await AppendAsync(by, request, hash, recorded, Novelty.Of(request.Facts, recorded));
    }

    private async Task<WriteReceipt?> AppendAsync(
        Caller by, WriteRequest request, RequestHash hash, IReadOnlyDictionary<EntityId, Fact> recorded, Novelty novelty)
    {
        var before = memory.Current!;
        var cited = request.Observed ? recent.Together() : await CitedAsync(request.CheckId);
        var decided = await DecidedAsync(request.Facts);
        var turn = WriteTurn.Take(before.State, Plan(request, novelty, recorded, before.State, decided), judge, cited, request.CheckId, time.GetUtcNow(), by);
        var receipt = turn.Receipt(novelty);
        if (turn.IsEmpty)
            return receipt;
        var coding = turn.Discharges ? await _coding.LookAsync(before.State, turn) : null;
        turn.Coding = coding?.Rows ?? [];
        var result = await ledger.AppendAsync(turn.Unit(memory.Number, before.Head, request.RequestId, hash, receipt));
        if (result.Status != AppendStatus.Appended)
            return null;

        memory.Commit(new EncounterSnapshot(turn.After, result.Head!));
        coding?.Record(by);
        Remember(by, turn, shown: !request.Observed);
        if (decided.Count > 0)
            recorder.Decided(RulesDecided.Of(key.Hospital, time.GetUtcNow(), turn.Decisions, decided, before.State.Decisions));
        return receipt;
    }

    private static WriteReceipt Repeated(WriteRequest request, ReadOnlyMemory<byte> hash, StoredAnswer earlier) =>
        earlier.RequestHash.Span.SequenceEqual(hash.Span)
            ? AnswerBytes.ReadReceipt(earlier.Answer)
            : throw new ConflictException("request", request.RequestId, $"Request {request.RequestId} was recorded with other content; a new request needs a new id.");

    /// <summary>The recorded facts that the call's ids and its refunds' originals name.</summary>
    private async Task<IReadOnlyDictionary<EntityId, Fact>> RecordedAsync(IReadOnlyList<Fact> facts)
    {
        var ids = new HashSet<EntityId>();
        foreach (var fact in facts)
        {
            ids.Add(new EntityId(fact.Entity, fact.Id));
            if (fact is Charge { RefundOf: { } original })
                ids.Add(new EntityId(EntityKind.Charge, original));
        }
        var stored = await ledger.FindEntitiesAsync(memory.Number, ids, CancellationToken.None);
        return stored.ToDictionary(entity => entity.Id, entity => entity.Fact.Fact);
    }

    private async Task<RecentCheck?> CitedAsync(string? checkId) =>
        checkId is null ? null : recent.Find(checkId) ?? await recorder.FindAsync(key, checkId);

    /// <summary>The checks whose findings are decided on, by id, as far as they are known.</summary>
    private async Task<IReadOnlyDictionary<string, RecentCheck>> DecidedAsync(IReadOnlyList<Fact> facts)
    {
        var decided = new Dictionary<string, RecentCheck>(StringComparer.Ordinal);
        foreach (var decision in facts.OfType<DecisionRecorded>())
        {
            if (!decided.ContainsKey(decision.CheckId) && await CitedAsync(decision.CheckId) is { } check)
                decided.Add(decision.CheckId, check);
        }
        return decided;
    }

    /// <summary>One reason answers all that the card told.</summary>
    private static DecisionRecorded OnWholeCard(DecisionRecorded decision, IReadOnlyDictionary<string, RecentCheck> decided)
    {
        if (!decided.TryGetValue(decision.CheckId, out var check))
            return decision;
        string[] also = [.. decision.AlsoKeys.Union(check.OnCard(decision.FindingKey))];
        return also.Length == decision.AlsoKeys.Count ? decision : decision with { AlsoKeys = also };
    }

    private WritePlan Plan(WriteRequest request, Novelty novelty, IReadOnlyDictionary<EntityId, Fact> recorded, EncounterState before,
        IReadOnlyDictionary<string, RecentCheck> decided)
    {
        var dictionary = dictionaries.Find(key.Hospital) ?? throw new UnknownHospitalException(key.Hospital);
        var originals = recorded.Values.Concat(novelty.Fresh.Select(index => request.Facts[index])).OfType<Charge>()
            .ToDictionary(charge => charge.Id, charge => Resolve(charge, before.Stay, dictionary), StringComparer.Ordinal);
        var refunds = new RefundRule(originals, before.RefundedOf);
        return WritePlan.Of(request.Facts, novelty.Fresh, (fact, index) => fact switch
        {
            Charge { RefundOf: null } charge => originals[charge.Id],
            Charge refund => refunds.Complete(refund, FactForm.Path(request.Facts, index)),
            DecisionRecorded decision => OnWholeCard(decision, decided),
            _ => fact,
        });
    }

    /// <summary>Fills in what the catalogue and the hospital's dictionary know of the item, so that totals are a fold of the ledger alone.</summary>
    private Charge Resolve(Charge charge, Stay stay, HospitalDictionary dictionary) =>
        charge.RefundOf is null ? ChargeResolution.Resolve(charge, judge.Release, dictionary, stay.InsuTypeAt(charge.OccurredAt)) : charge;

    private void Remember(Caller by, WriteTurn turn, bool shown)
    {
        if (turn is not { Answer: { } answer, Judged: { } judged })
            return;
        recent.Add(RecentCheck.Of(shown ? by.Person : "", answer, turn.Orders));
        recorder.Record(by, key, answer, judged, turn.With);
    }
}
