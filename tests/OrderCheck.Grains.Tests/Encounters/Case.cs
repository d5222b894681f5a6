using OrderCheck.Core.Amounts;
using OrderCheck.Core.Charges;
using OrderCheck.Core.Checks;
using OrderCheck.Core.Encounters;
using OrderCheck.Core.Orders;
using OrderCheck.Grains.Encounters;
using OrderCheck.Grains.Tests.Clusters;
using OrderCheck.Grains.Tests.Releases;
using OrderCheck.Tests;

namespace OrderCheck.Grains.Tests.Encounters;

/// <summary>A patient's case, told in a line or two: what the HIS reports of one visit.</summary>
internal sealed class Case(Ward ward, string visit)
{
    private const string PatientNumber = "PATIENT-5520";

    private int _requests;

    public string Visit => visit;

    public EncounterRef Ref { get; } = new(visit, null);

    public static Charge Charge(string id, string item, decimal quantity, decimal price) => new()
    {
        Id = id,
        ItemCode = item,
        Quantity = quantity,
        Unit = "次",
        UnitPrice = Money.FromYuan(price),
        Amount = Money.FromYuan(price).TimesToFen(quantity),
        OccurredAt = Ward.Morning,
        OrderingDoctor = "doc1",
        OrderingDepartment = "D01",
    };

    public static Charge Refund(string id, string of, decimal quantity, decimal price) =>
        Charge(id, Rulebook.Bed, quantity, price) with { RefundOf = of, ItemCode = null };

    public static Order Order(string id, string item, int revision = 0) => new()
    {
        Id = id,
        Revision = revision,
        Kind = OrderKind.Service,
        ItemCode = item,
        Quantity = new Quantity(1, "次"),
        StartAt = Ward.Morning,
        Doctor = "doc1",
        Department = "D01",
    };

    public static OrderSigned Signed(Order order) => new(order, null, false) { Id = order.Id, Revision = order.Revision, OccurredAt = order.StartAt };

    public static Admitted Admit(string? mdtrtId = null)
    {
        TestPatients.Add(PatientNumber);
        return Admission(mdtrtId);
    }

    private static Admitted Admission(string? mdtrtId) => new(new StayDetails
    {
        PatientNumber = PatientNumber,
        Sex = Sex.Male,
        BirthTime = new DateTimeOffset(1960, 1, 1, 0, 0, 0, TimeSpan.FromHours(8)),
        MedType = "21",
        InsuType = "310",
        Department = "D01",
        MdtrtId = mdtrtId,
    })
    {
        Id = "admit",
        OccurredAt = Ward.Morning.AddHours(-1),
    };

    public Task<WriteReceipt> AdmittedAsync(string? mdtrtId = null) => WriteAsync(Admit(mdtrtId));

    public Task<WriteReceipt> WriteAsync(params Fact[] facts) => RequestAsync($"r{Interlocked.Increment(ref _requests)}", facts);

    public Task<WriteReceipt> RequestAsync(string requestId, params Fact[] facts) =>
        ward.Encounters.WriteAsync(Ward.His, Ref, new WriteRequest(requestId, facts), TestContext.Current.CancellationToken);

    public Task<WriteReceipt> CitingAsync(string checkId, params Fact[] facts) =>
        ward.Encounters.WriteAsync(Ward.His, Ref, new WriteRequest($"r{Interlocked.Increment(ref _requests)}", facts, checkId), TestContext.Current.CancellationToken);

    public Task<CheckAnswer> CheckAsync(params Order[] orders) =>
        ward.Encounters.CheckAsync(Ward.His, Ref, new CheckRequest(orders, Stage.Order), TestContext.Current.CancellationToken);

    public Task<CheckAnswer> CheckByAsync(string person, params Order[] orders) => ward.Encounters.CheckAsync(
        Ward.His with { Person = person }, Ref, new CheckRequest(orders, Stage.Order), TestContext.Current.CancellationToken);

    public Task<EncounterDescription?> DescribeAsync() => ward.Encounters.DescribeAsync(Ward.His, Ref, TestContext.Current.CancellationToken);

    public async Task<Money> TotalAsync() => (await DescribeAsync())!.Total;
}
