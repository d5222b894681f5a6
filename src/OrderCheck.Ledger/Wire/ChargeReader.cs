using OrderCheck.Core.Amounts;
using OrderCheck.Core.Charges;
using Proto = OrderCheck.Protocol.V1;

namespace OrderCheck.Ledger.Wire;

internal static class ChargeReader
{
    internal const decimal LargestAmount = 100_000_000m;
    private const int LongestName = 200;

    public static Charge Read(FieldReader reader, Proto.Charge charge)
    {
        var fact = new Charge
        {
            Id = reader.Id("id", charge.Id),
            OccurredAt = reader.Time("occurred_at", charge.OccurredAt),
            ItemCode = reader.Code("item_code", charge.ItemCode),
            ItemHospitalCode = reader.Code("item_hospital_code", charge.ItemHospitalCode),
            ItemName = reader.Text("item_name", charge.ItemName, LongestName),
            Quantity = reader.Number("quantity", charge.Quantity, -Quantity.Largest, Quantity.Largest),
            Unit = reader.Text("unit", charge.Unit, 20),
            UnitPrice = reader.Amount("unit_price", charge.UnitPrice, 0, LargestAmount),
            Amount = reader.Amount("amount", charge.Amount, -LargestAmount, LargestAmount),
            OrderId = reader.Code("order_id", charge.OrderId),
            OrderingDepartment = reader.Code("ordering_department", charge.OrderingDepartment),
            OrderingDoctor = reader.Code("ordering_doctor", charge.OrderingDoctor),
            ExecutingDepartment = reader.Code("executing_department", charge.ExecutingDepartment),
            Ward = reader.Code("ward", charge.Ward),
            Payer = reader.Code("payer", charge.Payer),
            InfantNo = reader.Code("infant_no", charge.InfantNo),
            RefundOf = reader.Code("refund_of", charge.RefundOf),
            RefundedOccurredAt = reader.Recorded ? reader.OptionalTime("refunded_occurred_at", charge.RefundedOccurredAt) : null,
            Unjudged = reader.Recorded && charge.Unjudged,
            Category = reader.Code("med_chrgitm_type", charge.MedChrgitmType),
            ItemClass = ItemClass(reader, charge.ChrgitmLv),
            OwnShareRatio = charge.SelfpayProp.Length == 0 ? null : reader.Number("selfpay_prop", charge.SelfpayProp, 0, 1),
            SelfPay = charge.SelfPay,
            Automatic = charge.Automatic,
            Sites = SiteReader.List(reader, "sites", charge.Sites),
            Points = SiteReader.List(reader, "points", charge.Points),
            CountPerExecution = SiteReader.Count(reader, "count_per_execution", charge.CountPerExecution),
            Course = SiteReader.Count(reader, "course", charge.Course),
            IssuedItemCode = reader.Code("issued_item_code", charge.IssuedItemCode),
            UsedItemCode = reader.Code("used_item_code", charge.UsedItemCode),
            IssueId = reader.Code("issue_id", charge.IssueId),
            ExecutingDoctor = reader.Code("executing_doctor", charge.ExecutingDoctor),
        };
        CheckItem(reader, charge);
        CheckSigns(reader, charge, fact);
        CheckRecordedFields(reader, charge);
        return fact;
    }

    private static void CheckItem(FieldReader reader, Proto.Charge charge)
    {
        if (charge.ItemCode.Length == 0 && charge.ItemHospitalCode.Length == 0 && charge.ItemName.Length == 0)
            reader.Refuse("item_code", "is empty, and so are item_hospital_code and item_name", "at least one of the three");
    }

    /// <summary>A refund is a negative line that names its charge; nothing else is negative.</summary>
    private static void CheckSigns(FieldReader reader, Proto.Charge charge, Charge fact)
    {
        var quantityRead = Quantity.TryParseValue(charge.Quantity, out _);
        if (quantityRead && fact.Quantity == 0)
            reader.Refuse("quantity", "\"0\" charges nothing", "more than 0; less than 0 in a refund");
        if (fact.RefundOf is null)
        {
            if (fact.Quantity < 0)
                reader.Refuse("refund_of", $"is required, because quantity {Quantity.Text(fact.Quantity)} makes this line a refund", "the id of the charge that is refunded");
            else if (fact.Amount < Money.Zero)
                reader.Refuse("amount", $"\"{fact.Amount}\" is negative in a line that is no refund", "0 or more; a refund has refund_of and a negative quantity");
            return;
        }

        if (fact.RefundOf == fact.Id)
            reader.Refuse("refund_of", "names the line itself", "the id of the charge that is refunded");
        if (quantityRead && fact.Quantity > 0)
            reader.Refuse("quantity", $"\"{Quantity.Text(fact.Quantity)}\" is positive in a refund", "less than 0 where refund_of is set");
        if (fact.Amount > Money.Zero)
            reader.Refuse("amount", $"\"{fact.Amount}\" is positive in a refund", "0 or less where refund_of is set");
    }

    private static void CheckRecordedFields(FieldReader reader, Proto.Charge charge)
    {
        if (reader.Recorded)
            return;
        if (charge.RefundedOccurredAt is not null)
            reader.Refuse("refunded_occurred_at", "is recorded by OrderCheck", "nothing");
        if (charge.Unjudged)
            reader.Refuse("unjudged", "is recorded by OrderCheck", "nothing");
    }

    private static string? ItemClass(FieldReader reader, string value)
    {
        if (value is "" or "01" or "02" or "03")
            return value.Length == 0 ? null : value;
        reader.Refuse("chrgitm_lv", $"{FieldReader.Quote(value)} is unknown", "01 (甲), 02 (乙), 03 (丙), or nothing");
        return null;
    }

}
