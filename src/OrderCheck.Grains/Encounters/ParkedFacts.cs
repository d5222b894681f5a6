using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Logging;
using OrderCheck.Core.Charges;
using OrderCheck.Core.Encounters;
using OrderCheck.Core.Findings;
using OrderCheck.Core.Identity;
using OrderCheck.Core.Orders;
using OrderCheck.Ledger;

namespace OrderCheck.Grains.Encounters;

/// <summary>
/// Takes over what was recorded under a key that turned out to be this encounter: an mdtrt_id that came late, or another
/// visit number. May stop anywhere and start again: what was taken over is known by its ids.
/// </summary>
internal sealed class ParkedFacts(EncounterKey key, EncounterMemory memory, ILedger ledger, TimeProvider time, ILogger logger)
{
    private const int Attempts = 3;

    /// <summary>Everything that the encounter's facts say belongs to it. What cannot be taken over now stays where it is.</summary>
    public async Task JoinAllAsync()
    {
        foreach (var source in memory.Current?.Sources.ToArray() ?? [])
            await JoinAsync(source);
    }

    public async Task JoinAsync(EncounterKey source)
    {
        try
        {
            await memory.OpenAsync();
            for (var attempt = 0; attempt < Attempts; attempt++)
            {
                if (await TryJoinAsync(source))
                    return;
                await memory.CatchUpAsync();
            }
            GrainLog.JoinPostponed(logger, key.Hospital, "other writers were first");
        }
        catch (InvalidDataException e)
        {
            GrainLog.LedgerUnreadable(logger, e, key.Hospital);
        }
        catch (LedgerUnavailableException e)
        {
            memory.Failed();
            GrainLog.JoinPostponed(logger, key.Hospital, e.Reason);
        }
    }

    /// <summary>False: another writer was first.</summary>
    private async Task<bool> TryJoinAsync(EncounterKey source)
    {
        var facts = await ReadAsync(source);
        var before = memory.Current!;
        var news = await NewAsync(facts, source.IsParked || !before.State.Admitted);
        if (news.Count == 0)
            return true;
        var now = time.GetUtcNow();
        var by = facts[0].By;
        var after = before.State.Apply(news.Select((fact, index) => new RecordedFact(before.State.Sequence + 1 + index, fact, now, by)));
        var request = RequestId(source, facts[^1].Sequence);
        var result = await ledger.AppendAsync(new AppendUnit
        {
            Encounter = memory.Number,
            RequestId = request,
            RequestHash = SHA256.HashData(Encoding.UTF8.GetBytes(request)).AsMemory(0, RequestHash.Length),
            Expected = before.Head,
            Facts = news,
            By = by,
            RecordedAt = now,
            Answer = ReadOnlyMemory<byte>.Empty,
            Aliases = UnitIndexes.Aliases(news),
            ChargedDays = UnitIndexes.ChargedDays(news, before.State.TimeZone),
            AwaitsJudgement = UnitIndexes.AwaitsJudgement(after),
            Promises = UnitIndexes.Promises(before.State, after),
        });
        if (result.Status == AppendStatus.Appended)
            memory.Commit(new EncounterSnapshot(after, result.Head!));
        return result.Status is AppendStatus.Appended or AppendStatus.RequestRepeated;
    }

    private async Task<List<RecordedFact>> ReadAsync(EncounterKey source)
    {
        var facts = new List<RecordedFact>();
        if (await ledger.FindEncounterAsync(source, CancellationToken.None) is not { } number)
            return facts;
        await foreach (var fact in ledger.ReadAsync(number, 0, CancellationToken.None))
            facts.Add(fact);
        return facts;
    }

    /// <summary>In their latest revision, those that this encounter does not have.</summary>
    /// <param name="facts">All of the source.</param>
    /// <param name="withStay">Whether the source's admission and discharge are this encounter's too; those of a second visit number are not.</param>
    private async Task<IReadOnlyList<Fact>> NewAsync(List<RecordedFact> facts, bool withStay)
    {
        var latest = new Dictionary<EntityId, Fact>();
        foreach (var fact in facts.Select(recorded => recorded.Fact).Where(fact => fact is not LateJudged && (withStay || !IsOfStay(fact))))
            latest[new EntityId(fact.Entity, fact.Id)] = fact;
        var known = await ledger.FindEntitiesAsync(memory.Number, [.. latest.Keys], CancellationToken.None);
        foreach (var entity in known)
        {
            if (entity.Revision == latest[entity.Id].Revision && !SameContent.Of(Unjudged(latest[entity.Id]), Unjudged(entity.Fact.Fact)))
                GrainLog.JoinFailed(logger, key.Hospital, FactForm.Kind(entity.Fact.Fact));
            if (entity.Revision >= latest[entity.Id].Revision)
                latest.Remove(entity.Id);
        }
        return [.. latest.Values.Select(Unjudged)];
    }

    /// <summary>Whatever was said of it where it was parked: here it has not been judged.</summary>
    private static Fact Unjudged(Fact fact) => fact switch
    {
        OrderSigned signed => signed with { Covered = false },
        Charge { RefundOf: null } charge => charge with { Unjudged = true },
        _ => fact,
    };

    private static bool IsOfStay(Fact fact) => fact is Admitted or AdmissionCancelled or Discharged or DischargeCancelled or Merged;

    /// <summary>The same facts of the same source are one request, whoever takes them over. At most 64 characters.</summary>
    private static string RequestId(EncounterKey source, long upTo)
    {
        var name = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(source.ToString())).AsSpan(0, 16));
        return $"join:{name}:{upTo}";
    }
}
