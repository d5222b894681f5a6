using OrderCheck.Core.Amounts;
using OrderCheck.Core.Charges;
using OrderCheck.Core.Encounters;
using OrderCheck.Core.Findings;
using OrderCheck.Core.Orders;

namespace OrderCheck.Grains.Encounters;

/// <summary>What a fact must look like whatever protocol brought it, and how its place in the call is called.</summary>
internal static class FactForm
{
    public const int LongestId = 64;

    /// <summary>"charges[3]": the element as the caller's message names it.</summary>
    public static string Path(IReadOnlyList<Fact> facts, int index)
    {
        var list = List(facts[index]);
        var before = 0;
        for (var i = 0; i < index; i++)
            before += List(facts[i]) == list ? 1 : 0;
        return $"{list}[{before}]";
    }

    /// <summary>What kind of id it has, for conflicts.</summary>
    public static string Kind(Fact fact) => fact.Entity switch
    {
        EntityKind.Order => "order",
        EntityKind.OrderAction => "action",
        EntityKind.Charge => "charge",
        EntityKind.Decision => "decision",
        EntityKind.Late => "late judgement",
        _ => "event",
    };

    /// <param name="observed">Told beside a question: orders have revisions of our own, see <see cref="ReportedFacts.FirstRevision"/>.</param>
    /// <exception cref="RefusedException">An id, a revision or a charge's numbers cannot be.</exception>
    public static void Require(IReadOnlyList<Fact> facts, int index, bool observed)
    {
        var fact = facts[index];
        if (fact.Id.Length is 0 or > LongestId)
            throw new RefusedException(Path(facts, index) + ".id", $"An id has 1 to {LongestId} characters, this one {fact.Id.Length}.");
        if (fact.Revision < 0 && !(observed && fact is OrderSigned))
            throw new RefusedException(Path(facts, index) + ".revision", $"Revision {fact.Revision} is negative; the first is 0.");
        if (fact is LateJudged)
            throw new RefusedException(Path(facts, index), "Late judgements are made here, not reported.");
        if (fact is Charge charge)
            Require(charge, Path(facts, index));
    }

    private static void Require(Charge charge, string path)
    {
        if (charge.Revision != 0)
            throw new RefusedException(path + ".revision", "Charges are never revised: refund the line and post a new one.");
        if (charge is { RefundOf: null, ItemCode: null or "", ItemHospitalCode: null or "", ItemName: null or "" })
            throw new RefusedException(path + ".item_code", "None of item_code, item_hospital_code and item_name is given.");
        if (charge.Quantity == 0)
            throw new RefusedException(path + ".quantity", "The quantity is 0.");
        if (charge.UnitPrice < Money.Zero)
            throw new RefusedException(path + ".unit_price", $"The unit price {charge.UnitPrice} is negative; a refund has a negative quantity and amount.");
        if (charge.Quantity < 0 && charge.RefundOf is null)
            throw new RefusedException(path + ".refund_of", $"The quantity {charge.Quantity} is negative, so this is a refund: name the charge that it refunds.");
        if (charge.Quantity > 0 && charge.RefundOf is not null)
            throw new RefusedException(path + ".quantity", $"A refund's quantity is negative, this one is {charge.Quantity}.");
        if (charge.Quantity < 0 ? charge.Amount > Money.Zero : charge.Amount < Money.Zero)
            throw new RefusedException(path + ".amount", $"The amount {charge.Amount} and the quantity {charge.Quantity} have different signs.");
    }

    private static string List(Fact fact) => fact switch
    {
        OrderSigned => "orders",
        OrderActed => "actions",
        OrderSuperseded => "supersessions",
        Charge => "charges",
        DecisionRecorded => "decisions",
        _ => "events",
    };
}
