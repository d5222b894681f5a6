using OrderCheck.Core.Orders;

namespace OrderCheck.Core.Encounters;

/// <summary>A line that a caller tells again, against the order that is known by its id.</summary>
internal static class ReportedOrder
{
    /// <summary>Two channels may tell the moment of one order with and without its seconds.</summary>
    private static readonly TimeSpan SameMoment = TimeSpan.FromMinutes(1);

    /// <summary>
    /// The known order with what is told otherwise, in its known revision; null where nothing is. That something more is told of
    /// it than before is no change of it, but for its end.
    /// </summary>
    public static Order? Change(Order known, Order told) => IsSame(known, told) ? null : told with
    {
        Revision = known.Revision,
        ItemCode = IsOtherItem(known, told) ? told.ItemCode : told.ItemCode ?? known.ItemCode,
        ItemHospitalCode = IsOtherItem(known, told) ? told.ItemHospitalCode : told.ItemHospitalCode ?? known.ItemHospitalCode,
        ItemName = IsOtherItem(known, told) ? told.ItemName : told.ItemName ?? known.ItemName,
        LongTerm = IsKnownInFull(known, told) ? known.LongTerm : told.LongTerm,
        Dose = told.Dose ?? known.Dose,
        Route = told.Route ?? known.Route,
        Frequency = told.Frequency ?? known.Frequency,
        Quantity = IsKnownInFull(known, told) ? known.Quantity : told.Quantity ?? known.Quantity,
        Days = IsKnownInFull(known, told) ? known.Days : told.Days ?? known.Days,
        StartAt = IsKnownInFull(known, told) || IsSame(known.StartAt, told.StartAt) ? known.StartAt : told.StartAt,
        EndAt = told.EndAt ?? known.EndAt,
        GroupNumber = told.GroupNumber ?? known.GroupNumber,
        PrescriptionNumber = told.PrescriptionNumber ?? known.PrescriptionNumber,
        InfantNo = told.InfantNo ?? known.InfantNo,
        Department = told.Department ?? known.Department,
        Doctor = told.Doctor ?? known.Doctor,
        EnteredBy = told.EnteredBy ?? known.EnteredBy,
        DoctorTitle = told.DoctorTitle ?? known.DoctorTitle,
        Rescue = told.Rescue || known.Rescue,
        Intraoperative = told.Intraoperative || known.Intraoperative,
        DischargeMedication = told.DischargeMedication || known.DischargeMedication,
        SkinTest = told.SkinTest || known.SkinTest,
        LongPrescription = told.LongPrescription || known.LongPrescription,
        SelfPay = told.SelfPay || known.SelfPay,
        DraftId = told.DraftId ?? known.DraftId,
        Sites = told.Sites ?? known.Sites,
        Points = told.Points ?? known.Points,
        CountPerExecution = told.CountPerExecution ?? known.CountPerExecution,
        Course = told.Course ?? known.Course,
        CourseExecutions = told.CourseExecutions ?? known.CourseExecutions,
        ProcedureCode = told.ProcedureCode ?? known.ProcedureCode,
        UnitPrice = told.UnitPrice ?? known.UnitPrice,
        Amount = told.Amount ?? known.Amount,
    };

    /// <summary>The refund takes back all of the line: the same item, quantity and, where both tell it, price.</summary>
    public static bool IsWhole(Order refund, Order line) =>
        !IsOtherItem(line, refund) && refund.Quantity is { } back && line.Quantity is { } all && back == all && !Differs(line.UnitPrice, refund.UnitPrice);

    private static bool IsSame(Order known, Order told) =>
        ReferenceEquals(known, told)
        || (!IsOtherItem(known, told) && !IsNowEnded(known, told) && (IsKnownInFull(known, told) || IsSaidTheSame(known, told)));

    private static bool IsSaidTheSame(Order known, Order told) =>
        known.Kind == told.Kind && known.LongTerm == told.LongTerm && !IsOtherUse(known, told) && !IsOtherwiseSaid(known, told) && !IsNewlySaid(known, told);

    /// <summary>
    /// The order came through a channel that tells how it is carried out. A line of a channel that does not is one of its executions,
    /// and no other order.
    /// </summary>
    private static bool IsKnownInFull(Order known, Order told) =>
        known is not { Dose: null, Route: null, Frequency: null } && told is { Dose: null, Route: null, Frequency: null };

    private static bool IsNowEnded(Order known, Order told) => told.EndAt is { } end && !(known.EndAt is { } until && IsSame(until, end));

    private static bool IsOtherItem(Order known, Order told) =>
        Differs(known.ItemCode, told.ItemCode) || Differs(known.ItemHospitalCode, told.ItemHospitalCode)
        || (known is { ItemCode: null, ItemHospitalCode: null } && Differs(known.ItemName, told.ItemName));

    private static bool IsOtherUse(Order known, Order told) =>
        Differs(known.Quantity, told.Quantity) || Differs(known.Dose, told.Dose) || Differs(known.Days, told.Days)
        || Differs(known.Route, told.Route) || Differs(known.Frequency, told.Frequency)
        || !IsSame(known.StartAt, told.StartAt);

    private static bool IsOtherwiseSaid(Order known, Order told) =>
        Differs(known.GroupNumber, told.GroupNumber) || Differs(known.PrescriptionNumber, told.PrescriptionNumber)
        || Differs(known.InfantNo, told.InfantNo) || Differs(known.Department, told.Department) || Differs(known.Doctor, told.Doctor)
        || Differs(known.DoctorTitle, told.DoctorTitle)
        || Differs(known.ProcedureCode, told.ProcedureCode) || Differs(known.UnitPrice, told.UnitPrice) || Differs(known.Amount, told.Amount)
        || Differs(known.Sites, told.Sites) || Differs(known.Points, told.Points) || Differs(known.Course, told.Course)
        || Differs(known.CountPerExecution, told.CountPerExecution) || Differs(known.CourseExecutions, told.CourseExecutions);

    private static bool IsNewlySaid(Order known, Order told) =>
        (told.Rescue && !known.Rescue) || (told.Intraoperative && !known.Intraoperative)
        || (told.DischargeMedication && !known.DischargeMedication) || (told.SkinTest && !known.SkinTest)
        || (told.LongPrescription && !known.LongPrescription) || (told.SelfPay && !known.SelfPay);

    private static bool IsSame(DateTimeOffset known, DateTimeOffset told) => (known - told).Duration() < SameMoment;

    private static bool Differs(string? known, string? told) => known is not null && told is not null && known != told;

    private static bool Differs<T>(T? known, T? told)
        where T : struct, IEquatable<T> => known is { } one && told is { } other && !one.Equals(other);
}
