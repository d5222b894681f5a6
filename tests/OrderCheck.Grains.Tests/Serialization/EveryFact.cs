using OrderCheck.Core.Amounts;
using OrderCheck.Core.Charges;
using OrderCheck.Core.Encounters;
using OrderCheck.Core.Findings;
using OrderCheck.Core.Orders;
using OrderCheck.Core.Settlement;
using OrderCheck.Grains.Tests.Clusters;

namespace OrderCheck.Grains.Tests.Serialization;

/// <summary>One of each kind of fact that a HIS reports, with its fields filled.</summary>
internal static class EveryFact
{
    private static readonly DateTimeOffset At = Ward.Morning.AddTicks(1_234_560);

    private static readonly StayDetails Stay = new()
    {
        PatientNumber = "P1",
        Sex = Sex.Female,
        BirthTime = At.AddYears(-40),
        MedType = "21",
        InsuType = "310",
        Department = "D01",
        Ward = "W1",
        Bed = "12",
        AttendingDoctor = "doc1",
        MdtrtId = "M1",
    };

    private static readonly SettlementList List = new()
    {
        Patient = new ListedPatient { Sex = Sex.Female, BirthTime = At.AddDays(-20), AgeYears = 0, AgeDays = 20, BirthWeightGrams = 3000 },
        Stay = new ListedStay { AdmittedAt = At, DischargedAt = At.AddDays(5), WayOfDischarge = "1", Days = 5 },
        Money = new ListedMoney { Total = Money.FromYuan(1234.56m), Cash = Money.Zero },
        Diagnoses = [new ListedDiagnosis("P22.000", "新生儿呼吸窘迫综合征", true, "1")],
        Procedures = [new ListedProcedure("96.0400", null, true, "01") { BeganAt = At, Surgeon = "D0007" }],
        CareUnits = [new ListedCareUnit("NICU", At, null)],
        Blood = [new ListedBlood("红细胞", 0.5m, "U")],
        Categories = [new ListedCategory("05", Money.FromYuan(1234.56m)) { ClassA = Money.FromYuan(1000) }],
        Filled = ["psn_name"],
    };

    private static readonly Order Order = new()
    {
        Id = "o1",
        Revision = 2,
        Kind = OrderKind.Drug,
        ItemCode = "XL02BBA326A001010102180",
        ItemHospitalCode = "own1",
        ItemName = "阿帕他胺片",
        LongTerm = true,
        Dose = new Quantity(0.25m, "g"),
        Route = "po",
        Frequency = "bid",
        Quantity = new Quantity(2, "片"),
        Days = 7,
        StartAt = At,
        EndAt = At.AddDays(7),
        GroupNumber = "g1",
        PrescriptionNumber = "rx1",
        InfantNo = "1",
        Department = "D01",
        Doctor = "doc1",
        EnteredBy = "doc2",
        DoctorTitle = "主治医师",
        Rescue = true,
        Intraoperative = true,
        DischargeMedication = true,
        SkinTest = true,
        LongPrescription = true,
        SelfPay = true,
        DraftId = "d1",
        Sites = "腰部、左膝",
        Points = "合谷、曲池",
        CountPerExecution = 2,
        Course = 1,
        CourseExecutions = 20,
        UnitPrice = Money.FromYuan(12.5m),
        Amount = Money.FromYuan(25m),
        ProcedureCode = "47.0100",
    };

    public static IReadOnlyList<Fact> All { get; } =
    [
        new Admitted(Stay) { Id = "e1", OccurredAt = At },
        new AdmissionCancelled("mistake") { Id = "e2", OccurredAt = At },
        new StayUpdated(Stay with { Sex = null }) { Id = "e3", Revision = 1, OccurredAt = At },
        new Transferred("D02", "W2", "1", "doc2") { Id = "e4", OccurredAt = At },
        new BedChanged("W2", "2") { Id = "e5", OccurredAt = At },
        new LeaveStarted("家中有事") { Id = "e6", OccurredAt = At },
        new LeaveEnded { Id = "e7", OccurredAt = At },
        new InsuranceChanged("390", At.AddHours(1)) { Id = "e8", OccurredAt = At },
        new Discharged("1") { Id = "e9", OccurredAt = At },
        new DischargeCancelled("recalled") { Id = "e10", OccurredAt = At },
        new Settled("s1") { Id = "e11", OccurredAt = At },
        new SettlementCancelled("s1") { Id = "e12", OccurredAt = At },
        new Merged("V9", "P2") { Id = "e13", OccurredAt = At },
        new BudgetGiven("BR25", "脑缺血性疾患", Money.FromYuan(12_345.67m), Money.FromYuan(11_000), "DRG") { Id = "e14", OccurredAt = At },
        new DiagnosisRecorded("I63.900", "脑梗死", true, false, false, "1") { Id = "e15", OccurredAt = At },
        new ProcedureRecorded("39.7400", "取栓", true, "doc1") { Id = "e16", OccurredAt = At, EndedAt = At.AddHours(2) },
        new ProcedureRecorded("47.0100", "阑尾切除术", false, null) { Id = "e22", OccurredAt = At.AddDays(1), Planned = true, Withdrawn = true },
        new AllergyRecorded("A1", "青霉素", false) { Id = "e17", OccurredAt = At },
        new LaboratoryValueRecorded("K", "钾", "3.5", "mmol/L") { Id = "e18", OccurredAt = At },
        new WeightRecorded(3200, "1", 500) { Id = "e19", OccurredAt = At },
        new PregnancyRecorded(PregnancyState.Pregnant, 30) { Id = "e20", OccurredAt = At },
        new BirthRecorded("1", Sex.Male, 3200) { Id = "e21", OccurredAt = At },
        new PathwayEntered("LCP01", "腹股沟疝临床路径") { Id = "e24", OccurredAt = At },
        new PathwayLeft("LCP01", false, "术后感染") { Id = "e25", OccurredAt = At },
        new ChargesUploaded(["c1", "c2"]) { Id = "e26", OccurredAt = At },
        new SettlementListReported(List) { Id = "e27", OccurredAt = At },
        new OrderSigned(Order, "check", false) { Id = "o1", Revision = 2, OccurredAt = At },
        new OrderVerified("o1", "ok") { Id = "a1", OccurredAt = At },
        new OrderReturned("o1", "剂量") { Id = "a2", OccurredAt = At },
        new OrderExecuted("o1", null) { Id = "a3", OccurredAt = At },
        new OrderStopped("o1", null) { Id = "a4", OccurredAt = At },
        new OrderCancelled("o1", null) { Id = "a5", OccurredAt = At },
        new OrderSuperseded("o1", "o2") { Id = "a6", OccurredAt = At },
        new Charge
        {
            Id = "c1",
            ItemCode = "XL02BBA326A001010102180",
            ItemHospitalCode = "own1",
            ItemName = "阿帕他胺片",
            Quantity = 2.5m,
            Unit = "片",
            UnitPrice = Money.FromYuan(1.234567m),
            Amount = Money.FromYuan(3.09m),
            OrderId = "o1",
            OrderingDepartment = "D01",
            OrderingDoctor = "doc1",
            ExecutingDepartment = "D02",
            Ward = "W1",
            Payer = "310",
            InfantNo = "1",
            Category = "09",
            ItemClass = "02",
            OwnShareRatio = 0.1m,
            SelfPay = true,
            Automatic = true,
            Sites = "腰部",
            Points = "合谷",
            CountPerExecution = 1,
            Course = 2,
            IssuedItemCode = "S1",
            UsedItemCode = "S2",
            IssueId = "CK1",
            ExecutingDoctor = "doc3",
            OccurredAt = At,
        },
        new DecisionRecorded("check", "key", DecisionKind.Overridden, "病情需要", true) { Id = "d1", OccurredAt = At },
    ];
}
