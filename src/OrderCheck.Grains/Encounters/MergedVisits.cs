using OrderCheck.Core.Identity;
using OrderCheck.Ledger;

namespace OrderCheck.Grains.Encounters;

/// <summary>
/// Which encounter another visit number turned out to be. Kept among the aliases, so that what the HIS goes on sending under
/// the old number is joined too.
/// </summary>
internal static class MergedVisits
{
    private const string Prefix = "visit:";

    public static string AliasOf(string visitNumber) => Prefix + visitNumber;

    /// <summary>The encounter that this key's facts belong to, or null if they are its own.</summary>
    public static async Task<EncounterKey?> OwnerAsync(ILedger ledger, EncounterKey key, CancellationToken cancellation)
    {
        var alias = key.IsParked ? key.VisitNumber[EncounterKey.ParkedPrefix.Length..] : AliasOf(key.VisitNumber);
        var owner = await ledger.FindByAliasAsync(key.Hospital, alias, cancellation);
        return owner == key ? null : owner;
    }
}
