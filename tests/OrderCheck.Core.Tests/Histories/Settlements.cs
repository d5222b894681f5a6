using OrderCheck.Core.Amounts;
using OrderCheck.Core.Encounters;
using OrderCheck.Core.Settlement;

namespace OrderCheck.Core.Tests.Histories;

/// <summary>A settlement list that fits in some things and not in others, and uploads of some charges.</summary>
internal static class Settlements
{
    /// <param name="of">A number below the first, always the same for the second.</param>
    public static IEnumerable<Fact> Told(Func<int, int, int> of)
    {
        yield return new SettlementListReported(List(of)) { Id = "list", OccurredAt = History.Day(4, 15) };
        if (of(2, 50) == 0)
            yield return new ChargesUploaded(["C0", "C1", "E0"]) { Id = "upload", OccurredAt = History.Day(2 + of(4, 51), 9) };
    }

    private static SettlementList List(Func<int, int, int> of) => new()
    {
        Patient = new ListedPatient { Sex = of(2, 52) == 0 ? Sex.Male : Sex.Female, AgeYears = of(90, 53) },
        Stay = new ListedStay { AdmittedAt = History.Day(1, 8), DischargedAt = History.Day(1 + of(4, 54), 16), Days = 1 + of(3, 55) },
        Money = new ListedMoney { Total = Money.FromYuan(of(3, 56) * 100) },
        Diagnoses = of(2, 57) == 0 ? [] : [new ListedDiagnosis("I63.900", "脑梗死", true, "1")],
        Categories = [new ListedCategory("09", Money.FromYuan(of(3, 58) * 100))],
    };
}
