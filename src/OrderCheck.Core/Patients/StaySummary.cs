using OrderCheck.Core.Encounters;
using OrderCheck.Core.Identity;

namespace OrderCheck.Core.Patients;

/// <summary>One encounter as the histories of its patient's other encounters have it: a pure fold of its facts up to a sequence.</summary>
/// <param name="Uses">By item, then by day.</param>
public sealed record StaySummary(EarlierStay Stay, PatientNaming Patient, IReadOnlyList<StayUse> Uses)
{
    /// <summary>What was recorded under an mdtrt_id belongs to the encounter that turns out to have it.</summary>
    public bool Counts => !Stay.Key.IsParked;

    /// <param name="number">The encounter's number in the ledger.</param>
    /// <param name="facts">All of the encounter's up to some sequence, in order.</param>
    public static StaySummary Of(long number, EncounterKey key, TimeZoneInfo zone, IReadOnlyCollection<RecordedFact> facts)
    {
        var state = EncounterState.Replay(key, zone, facts);
        var stay = state.Stay;
        return new StaySummary(
            new EarlierStay
            {
                Number = number,
                Key = key,
                Sequence = state.Sequence,
                AdmittedAt = stay.AdmittedAt,
                DischargedAt = stay.DischargedAt,
                MedType = stay.Details.MedType,
                Department = stay.Details.Department,
                PrincipalDiagnosis = stay.PrincipalDiagnosis?.Code,
                GroupCode = stay.Budget?.GroupCode,
                Settled = !stay.Settlements.IsEmpty,
                ActiveOrders = state.Orders.Orders.Values.Count(order => order.Active),
                AwaitingJudgement = state.Awaiting.OrderIds.Count + state.Awaiting.ChargeIds.Count,
                Totals = StayCosts.ByYear(facts, zone),
            },
            PatientNaming.Of(stay),
            StayCosts.Uses(state));
    }
}
