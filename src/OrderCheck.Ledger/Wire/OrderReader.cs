using OrderCheck.Core.Amounts;
using OrderCheck.Core.Encounters;
using OrderCheck.Core.Hospitals;
using OrderCheck.Core.Orders;
using Proto = OrderCheck.Protocol.V1;

namespace OrderCheck.Ledger.Wire;

internal static class OrderReader
{
    private const int LongestName = 200;
    private const int MostDays = 366;
    private const decimal SmallestQuantity = 0.0001m;

    public static Order Read(FieldReader reader, Proto.Order order)
    {
        var start = reader.Time("start_at", order.StartAt);
        var end = reader.OptionalTime("end_at", order.EndAt);
        if (end < start)
            reader.Refuse("end_at", "lies before start_at", "start_at or later, or nothing");
        if (order.ItemCode.Length == 0 && order.ItemHospitalCode.Length == 0 && order.ItemName.Length == 0)
            reader.Refuse("item_code", "is empty, and so are item_hospital_code and item_name", "at least one of the three");
        return new Order
        {
            Id = reader.Id("id", order.Id),
            Revision = reader.Whole("revision", order.Revision, reader.Recorded ? ReportedFacts.FirstRevision : 0, int.MaxValue),
            Kind = Kind(reader, order.Kind),
            ItemCode = reader.Code("item_code", order.ItemCode),
            ItemHospitalCode = reader.Code("item_hospital_code", order.ItemHospitalCode),
            ItemName = reader.Text("item_name", order.ItemName, LongestName),
            LongTerm = order.LongTerm,
            Dose = Amount(reader, "dose.value", "dose.unit", order.Dose),
            Route = reader.Code("route", order.Route),
            Frequency = reader.Code("frequency", order.Frequency),
            Quantity = Amount(reader, "quantity.value", "quantity.unit", order.Quantity),
            Days = reader.Whole("days", order.Days, 0, MostDays) is > 0 and var days ? days : null,
            StartAt = start,
            EndAt = end,
            GroupNumber = reader.Code("group_number", order.GroupNumber),
            PrescriptionNumber = reader.Code("prescription_number", order.PrescriptionNumber),
            InfantNo = reader.Code("infant_no", order.InfantNo),
            Department = reader.Code("department", order.Department),
            Doctor = reader.Code("doctor", order.Doctor),
            EnteredBy = reader.Code("entered_by", order.EnteredBy),
            Rescue = order.Rescue,
            Intraoperative = order.Intraoperative,
            DischargeMedication = order.DischargeMedication,
            SkinTest = order.SkinTest,
            LongPrescription = order.LongPrescription,
            SelfPay = order.SelfPay,
            DraftId = reader.Code("draft_id", order.DraftId),
            Sites = SiteReader.List(reader, "sites", order.Sites),
            Points = SiteReader.List(reader, "points", order.Points),
            CountPerExecution = SiteReader.Count(reader, "count_per_execution", order.CountPerExecution),
            Course = SiteReader.Count(reader, "course", order.Course),
            CourseExecutions = SiteReader.Count(reader, "course_executions", order.CourseExecutions),
            UnitPrice = order.UnitPrice.Length == 0 ? null : reader.Amount("unit_price", order.UnitPrice, 0, ChargeReader.LargestAmount),
            Amount = order.Amount.Length == 0 ? null : reader.Amount("amount", order.Amount, 0, ChargeReader.LargestAmount),
            ProcedureCode = reader.Code("procedure_code", order.ProcedureCode),
            DoctorTitle = Title(reader, order.DoctorTitle),
        };
    }

    /// <summary>The message has no time of signing; the order's start stands for it, so that the same order is the same fact.</summary>
    public static OrderSigned Signed(Order order, string? checkId, bool covered) =>
        new(order, checkId, covered) { Id = order.Id, Revision = order.Revision, OccurredAt = order.StartAt };

    private static string? Title(FieldReader reader, string title)
    {
        if (title.Length == 0)
            return null;
        foreach (var known in DoctorTitle.All)
        {
            if (known == title)
                return known;
        }
        reader.Refuse("doctor_title", $"{FieldReader.Quote(title)} is unknown", string.Join(", ", DoctorTitle.All));
        return null;
    }

    private static OrderKind Kind(FieldReader reader, Proto.OrderKind kind)
    {
        if (kind is >= Proto.OrderKind.Drug and <= Proto.OrderKind.Consumable)
            return (OrderKind)(int)kind;
        reader.Refuse(
            "kind",
            kind == Proto.OrderKind.Unspecified ? "is required" : $"{(int)kind} is unknown",
            "ORDER_KIND_DRUG, ORDER_KIND_HERB, ORDER_KIND_SERVICE, ORDER_KIND_CONSUMABLE");
        return OrderKind.Service;
    }

    private static Quantity? Amount(FieldReader reader, string valueField, string unitField, Proto.Amount? amount)
    {
        if (amount is null || (amount.Value.Length == 0 && amount.Unit.Length == 0))
            return null;
        return new Quantity(
            reader.Number(valueField, amount.Value, SmallestQuantity, Quantity.Largest),
            reader.Shared(reader.Required(unitField, amount.Unit, 20)));
    }
}
