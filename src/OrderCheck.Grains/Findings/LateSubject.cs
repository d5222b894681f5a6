using OrderCheck.Core.Charges;
using OrderCheck.Core.Encounters;
using OrderCheck.Core.Orders;

namespace OrderCheck.Grains.Findings;

/// <summary>What is judged late, and the encounter as it would be without it.</summary>
/// <param name="Before">Without the judged orders, charges and what was refunded of them, so that nothing counts twice.</param>
/// <param name="OrderIds">All that are done with hereby.</param>
/// <param name="Planned">Those of them that still stand: one that was taken back needs no judgement.</param>
/// <param name="Charges">The judged lines and their refunds.</param>
/// <param name="ChargeIds">Without the refunds.</param>
internal sealed record LateSubject(
    EncounterState Before, IReadOnlyList<string> OrderIds, IReadOnlyList<Order> Planned, IReadOnlyList<Charge> Charges, IReadOnlyList<string> ChargeIds)
{
    public static LateSubject Of(EncounterState state, IReadOnlyList<RecordedFact> facts, int mostOrders, int mostCharges)
    {
        var orderIds = state.Awaiting.OrderIds.Order(StringComparer.Ordinal).Take(mostOrders).ToHashSet(StringComparer.Ordinal);
        var chargeIds = state.Awaiting.ChargeIds.Order(StringComparer.Ordinal).Take(mostCharges).ToHashSet(StringComparer.Ordinal);
        bool Judged(Fact fact) => fact switch
        {
            OrderSigned signed => orderIds.Contains(signed.Order.Id),
            Charge charge => chargeIds.Contains(charge.RefundOf ?? charge.Id),
            _ => false,
        };
        return new LateSubject(
            EncounterState.Replay(state.Key, state.TimeZone, facts.Where(recorded => !Judged(recorded.Fact))),
            [.. orderIds],
            [.. orderIds.Select(state.Orders.Find).Where(order => order is { Planned: true }).Select(order => order!.Order)],
            [.. facts.Select(recorded => recorded.Fact).OfType<Charge>().Where(Judged)],
            [.. chargeIds]);
    }
}
