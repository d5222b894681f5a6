using OrderCheck.Core.Charges;
using OrderCheck.Core.Encounters;
using OrderCheck.Core.Orders;

namespace OrderCheck.Core.Checks;

/// <summary>What is judged late, and the encounter as it would be without it.</summary>
/// <param name="Before">Without the judged orders, charges and what was refunded of them, so that nothing counts twice.</param>
/// <param name="OrderIds">All that are done with hereby.</param>
/// <param name="Planned">Those of them that still stand: one that was taken back needs no judgement.</param>
/// <param name="Charges">The judged lines and their refunds.</param>
/// <param name="ChargeIds">Without the refunds.</param>
public sealed record LateSubject(
    EncounterState Before, IReadOnlyList<string> OrderIds, IReadOnlyList<Order> Planned, IReadOnlyList<Charge> Charges, IReadOnlyList<string> ChargeIds)
{
    /// <summary>The first of what awaits judgement.</summary>
    /// <param name="state">The fold of all the facts.</param>
    /// <param name="among">Of these orders alone; null: of all.</param>
    public static LateSubject Of(EncounterState state, IReadOnlyList<RecordedFact> facts, int mostOrders, int mostCharges, IReadOnlySet<string>? among = null)
    {
        string[] orderIds = [.. state.Awaiting.OrderIds.Where(id => among?.Contains(id) != false).Order(StringComparer.Ordinal).Take(mostOrders)];
        string[] chargeIds = [.. state.Awaiting.ChargeIds.Order(StringComparer.Ordinal).Take(mostCharges)];
        var before = Without(EncounterState.Empty(state.Key, state.TimeZone), facts, orderIds, chargeIds, out var charges).WithHistory(state.History);
        return new LateSubject(
            before,
            orderIds,
            [.. orderIds.Select(state.Orders.Find).Where(order => order is { Planned: true }).Select(order => order!.Order)],
            charges,
            chargeIds);
    }

    /// <summary>The encounter as it would be without these orders and charges.</summary>
    /// <param name="empty">The encounter before its first fact.</param>
    /// <param name="charges">The charges that were left out, and their refunds.</param>
    public static EncounterState Without(
        EncounterState empty, IReadOnlyList<RecordedFact> facts, IEnumerable<string> orderIds, IEnumerable<string> chargeIds, out IReadOnlyList<Charge> charges)
    {
        var orders = orderIds.ToHashSet(StringComparer.Ordinal);
        var lines = chargeIds.ToHashSet(StringComparer.Ordinal);
        bool Judged(Fact fact) => fact switch
        {
            OrderSigned signed => orders.Contains(signed.Order.Id),
            Charge charge => lines.Contains(charge.RefundOf ?? charge.Id),
            _ => false,
        };
        charges = [.. facts.Select(recorded => recorded.Fact).OfType<Charge>().Where(Judged)];
        return empty.Apply(facts.Where(recorded => !Judged(recorded.Fact)));
    }
}
