using Google.Protobuf.WellKnownTypes;
using OrderCheck.Core.Amounts;
using OrderCheck.Core.Hospitals;
using OrderCheck.Protocol.V1;
using Order = OrderCheck.Protocol.V1.Order;

namespace OrderCheck.Cli.Morning;

/// <summary>Makes charge lines of signed orders, by the demo hospital's price list.</summary>
internal sealed class BillingDesk(HospitalDictionary dictionary, string mark, DateTimeOffset now)
{
    private static readonly Money PriceOfTheUnknown = Money.FromYuan(10);
    private int _charges;

    public Charge Bill(Order order) =>
        Line(order.ItemCode, order.ItemName, order.Quantity.Value, order.Quantity.Unit, PriceOf(order.ItemCode), order);

    /// <summary>A line at a price of the caller's: a mistyped one.</summary>
    public Charge BillAt(string itemCode, string itemName, string unit, Money price, MorningPatient patient) => Line(
        itemCode, itemName, "1", unit, price, new Order { Department = patient.Department, Doctor = patient.Doctor });

    /// <summary>All of a charge taken back.</summary>
    public Charge Refund(Charge charge)
    {
        var refund = charge.Clone();
        refund.Id = NextId();
        refund.RefundOf = charge.Id;
        refund.Quantity = "-" + charge.Quantity;
        refund.Amount = "-" + charge.Amount;
        return refund;
    }

    private Charge Line(string itemCode, string itemName, string quantity, string unit, Money price, Order order)
    {
        _ = Quantity.TryParseValue(quantity, out var value);
        return new Charge
        {
            Id = NextId(),
            ItemCode = itemCode,
            ItemName = itemName,
            Quantity = quantity,
            Unit = unit,
            UnitPrice = price.ToString(),
            Amount = price.TimesToFen(value).ToString(),
            OccurredAt = Timestamp.FromDateTimeOffset(now),
            OrderId = order.Id,
            OrderingDepartment = order.Department,
            OrderingDoctor = order.Doctor,
            ExecutingDepartment = order.Department,
            InfantNo = order.InfantNo,
        };
    }

    private Money PriceOf(string itemCode) => dictionary.PriceOf(itemCode, dictionary.Hospital.TimeZone.Day(now)) ?? PriceOfTheUnknown;

    private string NextId() => $"M{mark}-C{++_charges:00}";
}
