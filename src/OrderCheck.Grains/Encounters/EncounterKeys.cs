using OrderCheck.Core.Identity;
using OrderCheck.Ledger;

namespace OrderCheck.Grains.Encounters;

/// <summary>Finds which encounter a caller means.</summary>
internal sealed class EncounterKeys(ILedger ledger)
{
    /// <exception cref="RefusedException">The encounter is not named, or not well.</exception>
    /// <exception cref="LedgerUnavailableException">Only an mdtrt_id is given and cannot be looked up.</exception>
    public async Task<EncounterKey> ResolveAsync(string hospital, EncounterRef reference, CancellationToken cancellation)
    {
        if (reference.VisitNumber is { Length: > 0 } visit)
            return ByVisit(hospital, visit);
        if (reference.MdtrtId is not { Length: > 0 } alias)
            throw new RefusedException("encounter", "Name the encounter by visit_number, or by mdtrt_id where only that is known.");
        if (alias.Length > FactForm.LongestId)
            throw new RefusedException("encounter.mdtrt_id", $"An mdtrt_id has at most {FactForm.LongestId} characters, this one {alias.Length}.");
        return await ledger.FindByAliasAsync(hospital, alias, cancellation) ?? new EncounterKey(hospital, EncounterKey.ParkedPrefix + alias);
    }

    private static EncounterKey ByVisit(string hospital, string visit)
    {
        var key = new EncounterKey(hospital, visit);
        if (visit.Length > FactForm.LongestId)
            throw new RefusedException("encounter.visit_number", $"A visit number has at most {FactForm.LongestId} characters, this one {visit.Length}.");
        if (key.IsParked)
            throw new RefusedException("encounter.visit_number", $"A visit number does not begin with \"{EncounterKey.ParkedPrefix}\": give the mdtrt_id in its own field.");
        return key;
    }
}
