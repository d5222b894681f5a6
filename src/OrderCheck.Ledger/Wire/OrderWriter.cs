using OrderCheck.Core.Amounts;
using OrderCheck.Core.Orders;
using Proto = OrderCheck.Protocol.V1;

namespace OrderCheck.Ledger.Wire;

internal static class OrderWriter
{
    public static Proto.Order Write(Order order) => Fill(new Proto.Order(), order);

    /// <summary>Writes into a message that may hold another order, and gives it back: nothing of the other one is left.</summary>
    public static Proto.Order Fill(Proto.Order message, Order order)
    {
        message.Id = order.Id;
        message.Revision = order.Revision;
        message.Kind = (Proto.OrderKind)(int)order.Kind;
        message.ItemCode = order.ItemCode ?? "";
        message.ItemHospitalCode = order.ItemHospitalCode ?? "";
        message.ItemName = order.ItemName ?? "";
        message.LongTerm = order.LongTerm;
        message.Dose = Amount(message.Dose, order.Dose);
        message.Route = order.Route ?? "";
        message.Frequency = order.Frequency ?? "";
        message.Quantity = Amount(message.Quantity, order.Quantity);
        message.Days = order.Days ?? 0;
        message.StartAt = Timestamps.Fill(message.StartAt, order.StartAt);
        message.EndAt = Timestamps.Fill(message.EndAt, order.EndAt);
        message.GroupNumber = order.GroupNumber ?? "";
        message.PrescriptionNumber = order.PrescriptionNumber ?? "";
        message.InfantNo = order.InfantNo ?? "";
        message.Department = order.Department ?? "";
        message.Doctor = order.Doctor ?? "";
        message.EnteredBy = order.EnteredBy ?? "";
        message.Rescue = order.Rescue;
        message.Intraoperative = order.Intraoperative;
        message.DischargeMedication = order.DischargeMedication;
        message.SkinTest = order.SkinTest;
        message.LongPrescription = order.LongPrescription;
        message.SelfPay = order.SelfPay;
        message.DraftId = order.DraftId ?? "";
        SiteReader.Fill(message.Sites, order.Sites);
        SiteReader.Fill(message.Points, order.Points);
        message.CountPerExecution = order.CountPerExecution ?? 0;
        message.Course = order.Course ?? 0;
        message.CourseExecutions = order.CourseExecutions ?? 0;
        message.UnitPrice = order.UnitPrice?.ToString() ?? "";
        message.Amount = order.Amount?.ToString() ?? "";
        message.ProcedureCode = order.ProcedureCode ?? "";
        message.DoctorTitle = order.DoctorTitle ?? "";
        return message;
    }

    private static Proto.Amount? Amount(Proto.Amount? message, Quantity? quantity)
    {
        if (quantity is not { } known)
            return null;
        message ??= new Proto.Amount();
        (message.Value, message.Unit) = (Quantity.Text(known.Value), known.Unit);
        return message;
    }
}
