using OrderCheck.Core.Charges;
using OrderCheck.Core.Encounters;
using OrderCheck.Core.Hospitals;
using OrderCheck.Ledger;

namespace OrderCheck.Grains.Encounters;

/// <summary>What the store is to find a unit by later.</summary>
internal static class UnitIndexes
{
    /// <summary>Aliases that these facts bring: mdtrt_ids, and visit numbers that were merged.</summary>
    public static IReadOnlyList<string> Aliases(IEnumerable<Fact> facts) => [.. facts.Select(AliasOf).OfType<string>().Distinct(StringComparer.Ordinal)];

    /// <summary>Days of the hospital's calendar on which these facts charge or refund.</summary>
    public static IReadOnlyList<DateOnly> ChargedDays(IEnumerable<Fact> facts, TimeZoneInfo zone) =>
        [.. facts.OfType<Charge>().Select(charge => zone.Day(charge.OccurredAt)).Distinct()];

    /// <summary>Nothing can be judged completely before the admission is known: until then the sweeper is not sent.</summary>
    public static bool AwaitsJudgement(EncounterState state) => state.Admitted && !state.Awaiting.IsEmpty;

    /// <summary>Null where the unit changes nothing of what was promised.</summary>
    public static PromisesDue? Promises(EncounterState before, EncounterState after) =>
        ReferenceEquals(before.Promises, after.Promises) ? null : new PromisesDue(after.NextPromiseDue);

    private static string? AliasOf(Fact fact) => fact switch
    {
        Admitted admitted => admitted.Stay.MdtrtId,
        StayUpdated updated => updated.Stay.MdtrtId,
        Merged { FromVisitNumber: { } from } => MergedVisits.AliasOf(from),
        _ => null,
    };
}
