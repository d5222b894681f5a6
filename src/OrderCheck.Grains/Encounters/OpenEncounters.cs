using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using OrderCheck.Core.Identity;

namespace OrderCheck.Grains.Encounters;

/// <summary>
/// The encounters whose grains are active in this process. A check of one of them is judged where it arrived: the way to the
/// grain and back costs more than the judging, and the grain's writes go one at a time. What is read here was confirmed by the
/// ledger within the time that a grain trusts its own memory; whatever is older goes to the grain.
/// </summary>
internal sealed class OpenEncounters
{
    private readonly ConcurrentDictionary<EncounterKey, OpenEncounter> _open = new();

    /// <summary>As they are while somebody goes through them.</summary>
    public IEnumerable<OpenEncounter> All => _open.Select(static entry => entry.Value);

    public void Add(OpenEncounter encounter) => _open[encounter.Key] = encounter;

    /// <summary>The grain ends. Where another activation has begun meanwhile, that one stays.</summary>
    public void Remove(OpenEncounter encounter) => _open.TryRemove(new(encounter.Key, encounter));

    public bool TryFind(EncounterKey key, [NotNullWhen(true)] out OpenEncounter? encounter) =>
        _open.TryGetValue(key, out encounter) && encounter.IsConfirmed;
}
