using OrderCheck.Core.Amounts;
using OrderCheck.Core.Charges;
using Proto = OrderCheck.Protocol.V1;

namespace OrderCheck.Ledger.Wire;

internal static class ChargeWriter
{
    public static Proto.Charge Write(Charge charge) => new()
    {
        Id = charge.Id,
        ItemCode = charge.ItemCode ?? "",
        ItemHospitalCode = charge.ItemHospitalCode ?? "",
        ItemName = charge.ItemName ?? "",
        Quantity = Quantity.Text(charge.Quantity),
        Unit = charge.Unit ?? "",
        UnitPrice = charge.UnitPrice.ToString(),
        Amount = charge.Amount.ToString(),
        OccurredAt = Timestamps.Write(charge.OccurredAt),
        OrderId = charge.OrderId ?? "",
        OrderingDepartment = charge.OrderingDepartment ?? "",
        OrderingDoctor = charge.OrderingDoctor ?? "",
        ExecutingDepartment = charge.ExecutingDepartment ?? "",
        Ward = charge.Ward ?? "",
        Payer = charge.Payer ?? "",
        InfantNo = charge.InfantNo ?? "",
        RefundOf = charge.RefundOf ?? "",
        MedChrgitmType = charge.Category ?? "",
        ChrgitmLv = charge.ItemClass ?? "",
        SelfpayProp = charge.OwnShareRatio is { } ratio ? Quantity.Text(ratio) : "",
        SelfPay = charge.SelfPay,
        Automatic = charge.Automatic,
        RefundedOccurredAt = Timestamps.Write(charge.RefundedOccurredAt),
        Unjudged = charge.Unjudged,
    };

}
