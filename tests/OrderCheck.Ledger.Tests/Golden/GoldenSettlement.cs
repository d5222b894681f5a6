using OrderCheck.Core.Amounts;
using OrderCheck.Core.Encounters;
using OrderCheck.Core.Settlement;

namespace OrderCheck.Ledger.Tests.Golden;

/// <summary>A settlement list with everything that one can have.</summary>
internal static class GoldenSettlement
{
    private static readonly DateTimeOffset At = new(2026, 3, 1, 8, 30, 0, TimeSpan.Zero);

    public static readonly SettlementList List = new()
    {
        Patient = new ListedPatient
        {
            Sex = Sex.Female,
            BirthTime = At.AddDays(-20),
            AgeYears = 0,
            AgeDays = 20,
            BirthWeightGrams = 3000,
            AdmissionWeightGrams = 3100,
            InsuType = "390",
        },
        Stay = new ListedStay
        {
            MedType = "21",
            WayOfAdmission = "2",
            AdmittedAt = At,
            AdmissionDepartment = "0701",
            DischargedAt = At.AddDays(5),
            DischargeDepartment = "0702",
            WayOfDischarge = "1",
            Days = 5,
            ChiefDoctor = "D0007",
        },
        Money = new ListedMoney
        {
            Total = Money.FromYuan(1234.56m),
            Funds = Money.FromYuan(1000),
            Account = Money.FromYuan(0),
            Cash = Money.FromYuan(234.56m),
            OwnShare = Money.FromYuan(134.56m),
            SelfPaid = Money.FromYuan(100),
        },
        Diagnoses = [new ListedDiagnosis("P22.000", "新生儿呼吸窘迫综合征", true, "1"), new ListedDiagnosis("P59.900", null, false, null)],
        Procedures =
        [
            new ListedProcedure("96.0400", "气管内插管", true, "01") { BeganAt = At.AddHours(1), EndedAt = At.AddHours(2), Surgeon = "D0007", Anaesthetist = "D0008" },
        ],
        CareUnits = [new ListedCareUnit("NICU", At.AddHours(1), At.AddDays(2))],
        Blood = [new ListedBlood("红细胞", 0.5m, "U")],
        Categories =
        [
            new ListedCategory("05", Money.FromYuan(1234.56m)) { ClassA = Money.FromYuan(1000), ClassB = Money.FromYuan(134.56m), SelfPaid = Money.FromYuan(100), Other = Money.Zero },
        ],
        Filled = ["psn_name", "certno"],
        Withdrawn = true,
    };
}
