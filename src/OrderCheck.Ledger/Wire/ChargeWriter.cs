using OrderCheck.Core.Amounts;
using OrderCheck.Core.Charges;
using Proto = OrderCheck.Protocol.V1;

namespace OrderCheck.Ledger.Wire;

internal static class ChargeWriter
{
    public static Proto.Charge Write(Charge charge)
    {
        var message = new Proto.Charge();
        Write(charge, message);
        return message;
    }

    /// <summary>Sets every field of the message, whatever it held.</summary>
    public static void Write(Charge charge, Proto.Charge message)
    {
        message.Id = charge.Id;
        message.ItemCode = charge.ItemCode ?? "";
        message.ItemHospitalCode = charge.ItemHospitalCode ?? "";
        message.ItemName = charge.ItemName ?? "";
        message.Quantity = Quantity.Text(charge.Quantity);
        message.Unit = charge.Unit ?? "";
        message.UnitPrice = charge.UnitPrice.ToString();
        message.Amount = charge.Amount.ToString();
        message.OccurredAt = Timestamps.Write(charge.OccurredAt);
        message.OrderId = charge.OrderId ?? "";
        message.OrderingDepartment = charge.OrderingDepartment ?? "";
        message.OrderingDoctor = charge.OrderingDoctor ?? "";
        message.ExecutingDepartment = charge.ExecutingDepartment ?? "";
        message.Ward = charge.Ward ?? "";
        message.Payer = charge.Payer ?? "";
        message.InfantNo = charge.InfantNo ?? "";
        message.RefundOf = charge.RefundOf ?? "";
        message.MedChrgitmType = charge.Category ?? "";
        message.ChrgitmLv = charge.ItemClass ?? "";
        message.SelfpayProp = charge.OwnShareRatio is { } ratio ? Quantity.Text(ratio) : "";
        message.SelfPay = charge.SelfPay;
        message.Automatic = charge.Automatic;
        message.RefundedOccurredAt = Timestamps.Write(charge.RefundedOccurredAt);
        message.Unjudged = charge.Unjudged;
        SiteReader.Fill(message.Sites, charge.Sites);
        SiteReader.Fill(message.Points, charge.Points);
        message.CountPerExecution = charge.CountPerExecution ?? 0;
        message.Course = charge.Course ?? 0;
        message.IssuedItemCode = charge.IssuedItemCode ?? "";
        message.UsedItemCode = charge.UsedItemCode ?? "";
        message.IssueId = charge.IssueId ?? "";
        message.ExecutingDoctor = charge.ExecutingDoctor ?? "";
    }
}
