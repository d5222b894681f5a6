using Google.Protobuf.WellKnownTypes;
using OrderCheck.Protocol.V1;

namespace OrderCheck.Client.Tests.Fakes;

/// <summary>Requests as a HIS makes them; the items are of the project's own rules.</summary>
internal static class Requests
{
    public static string PlainItem { get; } = FindPlain();

    public static CheckOrdersRequest Check(string visit = "v", string item = "i", string quantity = "1") => new()
    {
        Encounter = new EncounterRef { VisitNumber = visit },
        Orders = { Order("o1", item, quantity) },
    };

    public static Order Order(string id, string item, string quantity = "1") => new()
    {
        Id = id,
        Kind = OrderKind.Service,
        ItemCode = item,
        ItemName = "测试医嘱",
        Quantity = new Amount { Value = quantity, Unit = "次" },
        StartAt = Now(),
        Department = "A03.04",
        Doctor = "D001",
    };

    public static SignOrdersRequest Sign(string visit, string checkId, params IReadOnlyList<Order> orders) => new()
    {
        Encounter = new EncounterRef { VisitNumber = visit },
        CheckId = checkId,
        Orders = { orders },
    };

    public static PostChargesRequest Post(string visit = "v", string chargeId = "c1", string requestId = "") => new()
    {
        Encounter = new EncounterRef { VisitNumber = visit },
        RequestId = requestId,
        Charges = { Charge(chargeId) },
    };

    /// <summary>One yuan.</summary>
    public static Charge Charge(string id) => new()
    {
        Id = id,
        ItemCode = PlainItem,
        ItemName = "测试项目",
        Quantity = "1",
        Unit = "次",
        UnitPrice = "1",
        Amount = "1.00",
        OccurredAt = Now(),
        OrderingDepartment = "A03.04",
        OrderingDoctor = "D001",
    };

    public static ReportEventsRequest Admit(string visit) => new()
    {
        Encounter = new EncounterRef { VisitNumber = visit },
        Events =
        {
            new EncounterEvent
            {
                Id = "adm",
                OccurredAt = Now(),
                Admit = new Admit
                {
                    Stay = new Stay
                    {
                        PatientNumber = "P-" + visit, Sex = Sex.Female, MedType = "21", Insutype = "310",
                        BirthTime = Timestamp.FromDateTimeOffset(TimeProvider.System.GetUtcNow().AddYears(-50)),
                        Department = "A03.04", Ward = "W03", Bed = "01", AttendingDoctor = "D001",
                    },
                },
            },
        },
    };

    public static CheckAnswer Complete() => new() { CheckId = "check", State = CheckState.Complete };

    public static WriteReceipt Receipt() => new() { LedgerSequence = 7, Recorded = 1 };

    private static Timestamp Now() => Timestamp.FromDateTimeOffset(TimeProvider.System.GetUtcNow());

    /// <summary>A service that no row of knowledge is about.</summary>
    private static string FindPlain()
    {
        var rules = EndToEnd.Repository.Rules;
        var knowledge = string.Concat(Directory.GetFiles(Path.Combine(rules, "knowledge"), "*.csv").Select(File.ReadAllText));
        var lines = File.ReadAllLines(Path.Combine(rules, "catalogue", "items.csv"));
        var header = lines[0].TrimStart('\uFEFF').Split(',');
        var (code, kind) = (Array.IndexOf(header, "item_code"), Array.IndexOf(header, "kind"));
        return lines.Skip(1).Select(line => line.Split(',')).First(fields => fields[kind] == "项目" && !knowledge.Contains(fields[code]))[code];
    }
}
