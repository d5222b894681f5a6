using OrderCheck.Core.Amounts;
using OrderCheck.Core.Charges;
using OrderCheck.Core.Encounters;
using OrderCheck.Core.Findings;
using OrderCheck.Core.Orders;

namespace OrderCheck.Ledger.Tests.Golden;

/// <summary>One fact of every kind, with every field that there was when its bytes were recorded. Add to it, never change it.</summary>
internal static class GoldenFacts
{
    public static readonly DateTimeOffset At = new(2026, 11, 23, 8, 30, 15, 123, TimeSpan.FromHours(8));

    private static readonly StayDetails Stay = new()
    {
        PatientNumber = "P0001",
        Sex = Sex.Female,
        BirthTime = new DateTimeOffset(1964, 1, 2, 3, 4, 5, TimeSpan.FromHours(8)),
        MedType = "21",
        InsuType = "310",
        Department = "0301",
        Ward = "W3",
        Bed = "12",
        AttendingDoctor = "D0007",
        MdtrtId = "M0001",
    };

    private static readonly Order Infusion = new()
    {
        Id = "O1",
        Revision = 2,
        Kind = OrderKind.Drug,
        ItemCode = "XJ01DDT078B001010101",
        ItemHospitalCode = "H-778",
        ItemName = "头孢曲松",
        LongTerm = true,
        Dose = new Quantity(2, "g"),
        Route = "ivgtt",
        Frequency = "qd",
        Quantity = new Quantity(1.5m, "瓶"),
        Days = 3,
        StartAt = At,
        EndAt = At.AddDays(3),
        GroupNumber = "G1",
        PrescriptionNumber = "R1",
        InfantNo = "1",
        Department = "0301",
        Doctor = "D0007",
        EnteredBy = "N0001",
        Rescue = true,
        Intraoperative = true,
        DischargeMedication = true,
        SkinTest = true,
        SelfPay = true,
        DraftId = "T1",
    };

    public static readonly IReadOnlyList<Fact> All =
    [
        new Admitted(Stay) { Id = "E1", OccurredAt = At },
        new AdmissionCancelled("误登记") { Id = "E2", OccurredAt = At },
        new StayUpdated(Stay) { Id = "E3", Revision = 4, OccurredAt = At },
        new Transferred("0302", "W4", "7", "D0008") { Id = "E4", OccurredAt = At },
        new BedChanged("W4", "8") { Id = "E5", OccurredAt = At },
        new LeaveStarted("请假") { Id = "E6", OccurredAt = At },
        new LeaveEnded { Id = "E7", OccurredAt = At },
        new InsuranceChanged("390", At.AddHours(1)) { Id = "E8", OccurredAt = At },
        new Discharged("1") { Id = "E9", OccurredAt = At },
        new DischargeCancelled("召回") { Id = "E10", OccurredAt = At },
        new Settled("S1") { Id = "E11", OccurredAt = At },
        new SettlementCancelled("S1") { Id = "E12", OccurredAt = At },
        new Merged("ZY0", "P0000") { Id = "E13", OccurredAt = At },
        new BudgetGiven("BR21", "脑梗死", Money.FromYuan(12000.5m), Money.FromYuan(10000.123456m), "grouper") { Id = "E14", OccurredAt = At },
        new DiagnosisRecorded("I63.900", "脑梗死", true, true, true, "1") { Id = "E15", OccurredAt = At },
        new ProcedureRecorded("39.7401", "取栓术", true, "D0009") { Id = "E16", OccurredAt = At },
        new AllergyRecorded("A1", "青霉素", true) { Id = "E17", OccurredAt = At },
        new LaboratoryValueRecorded("K", "血钾", "<3.5", "mmol/L") { Id = "E18", OccurredAt = At },
        new WeightRecorded(3200, "1") { Id = "E19", OccurredAt = At },
        new PregnancyRecorded(PregnancyState.Pregnant, 32) { Id = "E20", OccurredAt = At },
        new BirthRecorded("1", Sex.Male, 3200) { Id = "E21", OccurredAt = At },
        new OrderSigned(Infusion, "K1", true) { Id = "O1", Revision = 2, OccurredAt = At },
        new OrderVerified("O1", "r") { Id = "A1", OccurredAt = At },
        new OrderReturned("O1", "r") { Id = "A2", OccurredAt = At },
        new OrderExecuted("O1", "r") { Id = "A3", OccurredAt = At },
        new OrderStopped("O1", "r") { Id = "A4", OccurredAt = At },
        new OrderCancelled("O1", "r") { Id = "A5", OccurredAt = At },
        new OrderSuperseded("O1", "O2") { Id = "A6", OccurredAt = At },
        new DecisionRecorded("K1", "0123456789abcdef0123456789abcdef", DecisionKind.SelfPay, "患者同意", true) { Id = "D1", OccurredAt = At },
        new LateJudged(["O1", "O2"], ["C1"], "K2", 3) { Id = "L1", OccurredAt = At },
        new Charge
        {
            Id = "C1",
            OccurredAt = At,
            ItemCode = "XJ01DDT078B001010101",
            ItemHospitalCode = "H-778",
            ItemName = "头孢曲松",
            Quantity = -1.5m,
            Unit = "瓶",
            UnitPrice = Money.FromMicros(12_345_678),
            Amount = Money.FromYuan(-18.52m),
            OrderId = "O1",
            OrderingDepartment = "0301",
            OrderingDoctor = "D0007",
            ExecutingDepartment = "0801",
            Ward = "W3",
            Payer = "310",
            InfantNo = "1",
            RefundOf = "C0",
            RefundedOccurredAt = At.AddDays(-1),
            Category = "09",
            ItemClass = "02",
            OwnShareRatio = 0.1m,
            SelfPay = true,
            Automatic = true,
        },
        new PathwayEntered("LCP01", "腹股沟疝临床路径") { Id = "E22", OccurredAt = At },
        new PathwayLeft("LCP01", true, "术后感染") { Id = "E23", OccurredAt = At },
        new SettlementListReported(GoldenSettlement.List) { Id = "E24", OccurredAt = At },
        new ChargesUploaded(["C1", "C2"]) { Id = "E25", OccurredAt = At },
    ];
}
