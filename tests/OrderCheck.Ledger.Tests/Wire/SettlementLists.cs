using OrderCheck.Core.Amounts;
using OrderCheck.Core.Encounters;
using OrderCheck.Core.Settlement;

namespace OrderCheck.Ledger.Tests.Wire;

/// <summary>Settlement lists of which something is filled in and something is not.</summary>
internal static class SettlementLists
{
    private static readonly DateTimeOffset At = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);

    public static SettlementList Of(StayDetails stay, string id, string?[] codes, int number, bool full) => new()
    {
        Patient = new ListedPatient { Sex = stay.Sex, BirthTime = stay.BirthTime, AgeYears = full ? number % 150 : null, AgeDays = full ? 0 : null, InsuType = codes[0] },
        Stay = new ListedStay { MedType = codes[1], AdmittedAt = full ? At : null, DischargeDepartment = codes[2], Days = full ? 1 + (number % 9) : null },
        Money = new ListedMoney { Total = full ? Money.FromMicros(number) : null, Cash = Money.Zero },
        Diagnoses = full ? [new ListedDiagnosis(id, codes[0], number % 2 == 0, codes[1])] : [],
        Procedures = full ? [new ListedProcedure(id, codes[2], false, codes[3]) { BeganAt = number % 2 == 0 ? At : null, Surgeon = codes[0] }] : [],
        CareUnits = full ? [new ListedCareUnit(id, At, null)] : [],
        Blood = full ? [new ListedBlood(id, null, codes[0]?[..1])] : [],
        Categories = full ? [new ListedCategory(id, Money.FromMicros(number)) { ClassB = Money.FromMicros(number) }] : [],
        Filled = full ? [.. SettlementFields.Unkept.Take(number % 5)] : [],
        Withdrawn = number % 3 == 0,
    };
}
