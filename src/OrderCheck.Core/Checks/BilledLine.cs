using OrderCheck.Core.Charges;
using OrderCheck.Core.Hospitals;
using OrderCheck.Core.Orders;
using OrderCheck.Core.Rules;

namespace OrderCheck.Core.Checks;

/// <summary>Makes of a charge the line that item rules run on.</summary>
internal static class BilledLine
{
    public static JudgedLine Of(Charge charge, Release release, TimeZoneInfo zone, OrderBook orders)
    {
        var day = zone.Day(charge.OccurredAt);
        var item = charge.ItemCode is { } code ? release.Catalogue.FindItem(code, day) : null;
        return new JudgedLine
        {
            Line = new ExpectedLine
            {
                // A hospital's own code that maps to nothing must not be taken for a catalogue's: no row is for it.
                ItemCode = charge.ItemCode ?? "",
                Item = item,
                ItemName = charge.ItemName ?? charge.ItemHospitalCode,
                Unit = charge.Unit ?? item?.Unit,
                UnitPrice = charge.UnitPrice,
                Uses = [new PlannedUse(charge.OccurredAt, day.DayNumber, charge.Quantity)],
                IsOrderedItem = true,
            },
            Order = charge.OrderId is { } orderId ? orders.Find(orderId)?.Order : null,
            Charge = charge,
            Key = new UseKey(charge.InfantNo, charge.ItemCode ?? ""),
            Amount = charge.Amount,
            SelfPay = charge.SelfPay,
        };
    }
}
