using OrderCheck.Core.Encounters;
using OrderCheck.Core.Findings;
using OrderCheck.Core.Hospitals;

namespace OrderCheck.Core.Checks;

/// <summary>
/// Looks, before discharge, for the promise that a finding was answered with. What was promised of an order holds for the
/// charges that it became; what was decided since without a promise has settled it.
/// </summary>
internal sealed class PromisesKept(EncounterState state)
{
    public bool Any => !state.Promises.IsEmpty;

    /// <param name="asOrdered">The keys that the finding may have had when its order was signed.</param>
    public PromiseMade? Of(string key, IEnumerable<string> asOrdered, string? infantNo, bool undetermined)
    {
        if (!state.Promises.TryGetValue(key, out var given))
        {
            if (state.Decisions.ContainsKey(key))
                return null;
            given = asOrdered.Select(known => state.Promises.GetValueOrDefault(known)).FirstOrDefault(known => known is not null);
        }
        return given is null ? null : new PromiseMade(InZone(given), given.IsKept(state.Stay, infantNo, undetermined));
    }

    private PromiseGiven InZone(PromiseGiven given) =>
        given with { At = state.TimeZone.Local(given.At), Due = given.Due is { } due ? state.TimeZone.Local(due) : null };
}
