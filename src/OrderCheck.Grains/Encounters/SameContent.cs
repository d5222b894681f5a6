using OrderCheck.Core.Charges;
using OrderCheck.Core.Encounters;
using OrderCheck.Core.Findings;
using OrderCheck.Core.Orders;

namespace OrderCheck.Grains.Encounters;

/// <summary>Whether what is reported is what was recorded, leaving out what we filled in when recording.</summary>
internal static class SameContent
{
    public static bool Of(Fact reported, Fact recorded) => (reported, recorded) switch
    {
        (OrderSigned left, OrderSigned right) => left.Order == right.Order,
        (Charge left, Charge right) => FilledIn(left, right) == right with { Unjudged = false },
        (DecisionRecorded left, DecisionRecorded right) =>
            left with { AlsoKeys = [] } == right with { AlsoKeys = [] } && left.AlsoKeys.All(right.AlsoKeys.Contains),
        _ => reported == recorded,
    };

    private static Charge FilledIn(Charge reported, Charge recorded) =>
        reported.RefundOf is null ? Resolved(reported, recorded) : Taken(Resolved(reported, recorded), recorded);

    /// <summary>A refund takes these over from its original, whatever it says itself.</summary>
    private static Charge Taken(Charge reported, Charge recorded) => reported with
    {
        ItemCode = recorded.ItemCode,
        ItemHospitalCode = recorded.ItemHospitalCode,
        ItemName = recorded.ItemName,
        Unit = recorded.Unit,
        Category = recorded.Category,
        ItemClass = recorded.ItemClass,
        OwnShareRatio = recorded.OwnShareRatio,
        SelfPay = recorded.SelfPay,
        OrderId = recorded.OrderId,
        InfantNo = recorded.InfantNo,
        Payer = reported.Payer ?? recorded.Payer,
    };

    private static Charge Resolved(Charge reported, Charge recorded) => reported with
    {
        ItemCode = reported.ItemCode ?? recorded.ItemCode,
        ItemHospitalCode = reported.ItemHospitalCode ?? recorded.ItemHospitalCode,
        ItemName = reported.ItemName ?? recorded.ItemName,
        Unit = reported.Unit ?? recorded.Unit,
        Category = reported.Category ?? recorded.Category,
        ItemClass = reported.ItemClass ?? recorded.ItemClass,
        OwnShareRatio = reported.OwnShareRatio ?? recorded.OwnShareRatio,
        RefundedOccurredAt = recorded.RefundedOccurredAt,
        Unjudged = false,
    };
}
