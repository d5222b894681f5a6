using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using OrderCheck.Protocol.V1;
using OrderCheck.Tests;

namespace OrderCheck.EndToEnd.Story;

/// <summary>Messages of a case history, as a HIS would send them. Times are yesterday's and today's.</summary>
internal static class Facts
{
    /// <summary>Goes in with every admission, and must never come out in a log.</summary>
    public const string PatientName = "欧阳测试名";
    public const string PsnNo = "PSN-3301-SECRET-77";

    /// <summary>The hospital group's number of the visit's patient.</summary>
    public static string PatientNumber(string visit) => "PATIENT-4471-" + visit;

    public static DateTimeOffset Now { get; } = TimeProvider.System.GetUtcNow();

    /// <summary>Two days ago.</summary>
    public static DateTimeOffset AdmittedAt { get; } = Now.AddDays(-2);

    public static Timestamp At(DateTimeOffset time) => Timestamp.FromDateTimeOffset(time);

    public static EncounterEvent Admit(string visit, Sex sex = Sex.Male, string mdtrtId = "", int revision = 0, string bed = "01")
    {
        TestPatients.Add(PatientName, PsnNo, PatientNumber(visit));
        return Admission(visit, sex, mdtrtId, revision, bed);
    }

    private static EncounterEvent Admission(string visit, Sex sex, string mdtrtId, int revision, string bed) => new()
    {
        Id = "adm",
        Revision = revision,
        OccurredAt = At(AdmittedAt),
        Admit = new Admit
        {
            Stay = new Stay
            {
                PatientNumber = PatientNumber(visit),
                PatientName = PatientName,
                PsnNo = PsnNo,
                Sex = sex,
                BirthTime = At(AdmittedAt.AddYears(-60).AddDays(-40)),
                MedType = "21",
                Insutype = "310",
                Department = "A03.04",
                Ward = "W03",
                Bed = bed,
                AttendingDoctor = "D001",
                MdtrtId = mdtrtId,
            },
        },
    };

    public static EncounterEvent Discharge(DateTimeOffset at) => new() { Id = "dis", OccurredAt = At(at), Discharge = new Discharge { Way = "1" } };

    public static Charge Charge(string id, string itemCode, decimal price = 10.50m, decimal quantity = 1, DateTimeOffset? at = null) => new()
    {
        Id = id,
        ItemCode = itemCode,
        ItemName = "测试项目",
        Quantity = quantity.ToString(CultureInfo.InvariantCulture),
        Unit = "次",
        UnitPrice = price.ToString(CultureInfo.InvariantCulture),
        Amount = decimal.Round(price * quantity, 2, MidpointRounding.AwayFromZero).ToString(CultureInfo.InvariantCulture),
        OccurredAt = At(at ?? AdmittedAt.AddHours(20)),
        OrderingDepartment = "A03.04",
        OrderingDoctor = "D001",
    };

    public static Charge Refund(string id, Charge original, decimal quantity) => new(original)
    {
        Id = id,
        RefundOf = original.Id,
        Quantity = (-quantity).ToString(CultureInfo.InvariantCulture),
        Amount = (-decimal.Parse(original.UnitPrice, CultureInfo.InvariantCulture) * quantity).ToString("0.00", CultureInfo.InvariantCulture),
        OccurredAt = At(Now),
    };

    public static Order Service(string id, string itemCode, string quantity = "1") => new()
    {
        Id = id,
        Kind = OrderKind.Service,
        ItemCode = itemCode,
        ItemName = "测试医嘱",
        Quantity = new Amount { Value = quantity, Unit = "次" },
        StartAt = At(Now),
        Department = "A03.04",
        Doctor = "D001",
    };
}
