using OrderCheck.Core.Amounts;
using OrderCheck.Core.Catalogue;
using OrderCheck.Core.Encounters;
using OrderCheck.Core.Hospitals;
using OrderCheck.Core.Patients;

namespace OrderCheck.Core.Checks;

/// <summary>The patient's visits, out of hospital, that began before this one (频繁门诊, 频繁购药: 两库 50, 51).</summary>
/// <param name="now">Where nothing says yet when this one began: the registration that asks.</param>
internal sealed class FormerVisits(PatientHistory history, EncounterState state, CodeTables codes, DateTimeOffset now)
{
    private const string Inpatient = "住院";

    /// <summary>NHSA med_chrgitm_type: 09 西药费, 10 中药饮片费, 11 中成药费.</summary>
    private static readonly string[] OfDrugs = ["09", "10", "11"];

    private readonly DateTimeOffset _beganAt = state.Stay.AdmittedAt ?? now;

    /// <summary>This visit, with those of so many days before it; null where nobody knows whether this is a visit.</summary>
    public int? CountIn(int days) => IsVisit(state.Stay.Details.MedType) switch
    {
        true => 1 + history.Stays.Count(visit => IsFormer(visit, days)),
        false => 0,
        null => null,
    };

    /// <summary>The same of visits in which drugs were charged.</summary>
    public int? PurchasesIn(int days) => IsVisit(state.Stay.Details.MedType) switch
    {
        true => Array.Exists(OfDrugs, category => state.Totals.ByCategory.GetValueOrDefault(category) > Money.Zero)
            ? 1 + history.Stays.Count(visit => IsFormer(visit, days) && visit.Totals.Any(total => total.Amount > Money.Zero && OfDrugs.Contains(total.Category)))
            : 0,
        false => 0,
        null => null,
    };

    private bool IsFormer(EarlierStay visit, int days) =>
        IsVisit(visit.MedType) == true
        && visit.AdmittedAt is { } began && began <= _beganAt
        && state.TimeZone.DayNumber(_beganAt) - state.TimeZone.DayNumber(began) <= days;

    private bool? IsVisit(string? medType) =>
        medType is null || codes.MedTypes.GetValueOrDefault(medType) is not { } known ? null : known.Mode != Inpatient;
}
