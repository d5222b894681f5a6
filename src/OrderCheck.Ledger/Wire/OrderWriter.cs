using OrderCheck.Core.Amounts;
using OrderCheck.Core.Orders;
using Proto = OrderCheck.Protocol.V1;

namespace OrderCheck.Ledger.Wire;

internal static class OrderWriter
{
    public static Proto.Order Write(Order order) => new()
    {
        Id = order.Id,
        Revision = order.Revision,
        Kind = (Proto.OrderKind)(int)order.Kind,
        ItemCode = order.ItemCode ?? "",
        ItemHospitalCode = order.ItemHospitalCode ?? "",
        ItemName = order.ItemName ?? "",
        LongTerm = order.LongTerm,
        Dose = Amount(order.Dose),
        Route = order.Route ?? "",
        Frequency = order.Frequency ?? "",
        Quantity = Amount(order.Quantity),
        Days = order.Days ?? 0,
        StartAt = Timestamps.Write(order.StartAt),
        EndAt = Timestamps.Write(order.EndAt),
        GroupNumber = order.GroupNumber ?? "",
        PrescriptionNumber = order.PrescriptionNumber ?? "",
        InfantNo = order.InfantNo ?? "",
        Department = order.Department ?? "",
        Doctor = order.Doctor ?? "",
        EnteredBy = order.EnteredBy ?? "",
        Rescue = order.Rescue,
        Intraoperative = order.Intraoperative,
        DischargeMedication = order.DischargeMedication,
        SkinTest = order.SkinTest,
        LongPrescription = order.LongPrescription,
        SelfPay = order.SelfPay,
        DraftId = order.DraftId ?? "",
        Sites = { SiteReader.Each(order.Sites) },
        Points = { SiteReader.Each(order.Points) },
        CountPerExecution = order.CountPerExecution ?? 0,
        Course = order.Course ?? 0,
        CourseExecutions = order.CourseExecutions ?? 0,
    };

    private static Proto.Amount? Amount(Quantity? quantity) => quantity is { } known
        ? new Proto.Amount { Value = Quantity.Text(known.Value), Unit = known.Unit }
        : null;
}
