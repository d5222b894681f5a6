using System.Collections.Concurrent;
using OrderCheck.Core.Identity;
using OrderCheck.Ledger;

namespace OrderCheck.Grains.Encounters;

/// <summary>
/// Which encounter a protocol means that has one name for it, NHSA's mdtrt_id: the one that has this alias, else the one of this
/// visit number. Looked up once and known for a while, since it is asked at every order. Safe on any thread.
/// </summary>
internal sealed class ToldVisits(ILedger ledger, TimeProvider time)
{
    /// <summary>How long another channel's new alias may take to be seen.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(5);

    /// <summary>Patients of a morning; beyond it everything is looked up anew.</summary>
    private const int Most = 50_000;

    private readonly ConcurrentDictionary<(string Hospital, string Id), (EncounterKey Key, long At)> _known = new();

    /// <summary>Null where it has to be looked up.</summary>
    public EncounterKey? Known(string hospital, string id) =>
        _known.TryGetValue((hospital, id), out var known) && time.GetElapsedTime(known.At) < Fresh ? known.Key : null;

    /// <exception cref="RefusedException">It is no visit number.</exception>
    public async Task<EncounterKey> FindAsync(string hospital, string id, CancellationToken cancellation)
    {
        if (Known(hospital, id) is { } known)
            return known;
        var visit = EncounterKeys.TryResolve(hospital, new EncounterRef(id, null)) ?? throw new RefusedException("encounter", "The encounter is not named.");
        var key = await AliasOfAsync(hospital, id, cancellation) ?? visit;
        if (_known.Count >= Most)
            _known.Clear();
        _known[(hospital, id)] = (key, time.GetTimestamp());
        return key;
    }

    /// <summary>Where the store cannot be asked, what was known before, or the visit number, has to do: its grain says what it knows.</summary>
    private async Task<EncounterKey?> AliasOfAsync(string hospital, string id, CancellationToken cancellation)
    {
        try
        {
            return await ledger.FindByAliasAsync(hospital, id, cancellation);
        }
        catch (LedgerUnavailableException)
        {
            return _known.TryGetValue((hospital, id), out var known) ? known.Key : null;
        }
    }
}
