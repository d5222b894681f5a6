using OrderCheck.Core.Charges;
using OrderCheck.Core.Encounters;
using OrderCheck.Core.Orders;

namespace OrderCheck.Grains.Encounters;

/// <summary>A call's new facts in the order they are recorded: what happened to the encounter first, refunds after what they refund.</summary>
/// <param name="Places">Where each stands in the call.</param>
/// <param name="Facts">With what is filled in before recording.</param>
internal sealed record WritePlan(IReadOnlyList<int> Places, IReadOnlyList<Fact> Facts)
{
    public IEnumerable<EncounterFact> Events => Facts.OfType<EncounterFact>();

    public IReadOnlyList<Order> Orders { get; } = [.. Facts.OfType<OrderSigned>().Select(signed => signed.Order)];

    public IReadOnlyList<Charge> Charges { get; } = [.. Facts.OfType<Charge>()];

    /// <summary>As most postings are; nobody has said yet that they wait for a judgement.</summary>
    public bool IsOfChargesAlone => Charges.Count == Facts.Count && Charges.All(static charge => !charge.Unjudged);

    /// <param name="facts">The whole call.</param>
    /// <param name="fresh">Places of those that are new.</param>
    /// <param name="complete">Fills in one fact; is given its place in the call.</param>
    public static WritePlan Of(IReadOnlyList<Fact> facts, IReadOnlyList<int> fresh, Func<Fact, int, Fact> complete)
    {
        var order = fresh.OrderBy(index => Rank(facts[index])).ToArray();
        return new WritePlan(order, [.. order.Select(index => complete(facts[index], index))]);
    }

    private static int Rank(Fact fact) => fact switch
    {
        EncounterFact => 0,
        Charge { RefundOf: not null } => 2,
        _ => 1,
    };
}
