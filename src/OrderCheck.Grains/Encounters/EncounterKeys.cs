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
        if (TryResolve(hospital, reference) is { } key)
            return key;
        if (reference.MdtrtId is not { Length: > 0 } alias)
            throw new RefusedException("encounter", "Name the encounter by visit_number, or by mdtrt_id where only that is known.");
        if (alias.Length > FactForm.LongestId)
            throw new RefusedException("encounter.mdtrt_id", $"An mdtrt_id has at most {FactForm.LongestId} characters, this one {alias.Length}.");
        return await ledger.FindByAliasAsync(hospital, alias, cancellation) ?? new EncounterKey(hospital, EncounterKey.ParkedPrefix + alias);
    }

    /// <summary>The encounter that needs no looking up; null where only an mdtrt_id is given, or nothing.</summary>
    /// <exception cref="RefusedException">The visit number is not well-formed.</exception>
    public static EncounterKey? TryResolve(string hospital, EncounterRef reference) =>
        reference.VisitNumber is { Length: > 0 } visit ? ByVisit(hospital, visit) : null;

    /// <summary>What a check is filed under that nobody could look at closer; null where that is not even well-formed.</summary>
    public static EncounterKey? Guess(string hospital, EncounterRef reference)
    {
        var visit = reference.VisitNumber is { Length: > 0 } given ? given : reference.MdtrtId is { Length: > 0 } alias ? EncounterKey.ParkedPrefix + alias : "";
        return hospital.Length > 0 && visit.Length is > 0 and <= FactForm.LongestId ? new EncounterKey(hospital, visit) : null;
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
