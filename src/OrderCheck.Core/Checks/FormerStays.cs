using OrderCheck.Core.Catalogue;
using OrderCheck.Core.Encounters;
using OrderCheck.Core.Hospitals;
using OrderCheck.Core.Patients;
using OrderCheck.Core.Rules.Vocabulary;

namespace OrderCheck.Core.Checks;

/// <summary>The patient's inpatient stays that ended before this one began.</summary>
/// <param name="now">Where no admission is recorded yet: the registration that asks.</param>
internal sealed class FormerStays(PatientHistory history, EncounterState state, CodeTables codes, DateTimeOffset now)
{
    private const string Inpatient = "住院";

    /// <summary>An ICD-10 category: I63 of I63.900.</summary>
    private const int CategoryLength = 3;

    private readonly DateTimeOffset _admittedAt = state.Stay.AdmittedAt ?? now;

    /// <summary>This is no stay that would be a readmission.</summary>
    private readonly bool _isVisit = !MayBeStay(state.Stay.Details.MedType, codes);

    /// <summary>Midnights from the last discharge to this admission; an outpatient visit is no readmission.</summary>
    public int DaysSinceAny() => DaysSince("", static _ => "") ?? HistoryFacts.Never;

    public int? DaysSinceSameDepartment() => DaysSince(state.Stay.Details.Department, static stay => stay.Department);

    public int? DaysSinceSameGroup() => DaysSince(state.Stay.Budget?.GroupCode, static stay => stay.GroupCode);

    /// <summary>By the groups where both are known, else by the categories of the principal diagnoses.</summary>
    public int? DaysSinceSameGroupOrDiagnosis()
    {
        var (group, category) = (state.Stay.Budget?.GroupCode, Category(state.Stay.PrincipalDiagnosis?.Code));
        return DaysSince(stay => group is not null && stay.GroupCode is { } its ? its == group : category is not null && Category(stay.PrincipalDiagnosis) is { } other ? other == category : null);
    }

    public int? DaysSinceSameDiagnosis() => DaysSince(Category(state.Stay.PrincipalDiagnosis?.Code), static stay => Category(stay.PrincipalDiagnosis));

    /// <summary>This stay, with those that ended up to so many days before it began; 0 where this is none.</summary>
    public int CountIn(int days) => _isVisit ? 0 : 1 + history.Stays.Count(stay => IsFormer(stay) && DaysSince(stay) <= days);

    public string OpenItems()
    {
        var open = new List<string>();
        if (Last() is { } stay)
        {
            if (!stay.Settled)
                open.Add("未结算");
            if (stay.ActiveOrders > 0)
                open.Add($"{stay.ActiveOrders}条医嘱未停止");
            if (stay.AwaitingJudgement > 0)
                open.Add($"{stay.AwaitingJudgement}项医嘱或费用未审核");
        }
        return string.Join('、', open);
    }

    /// <summary>
    /// Null where that of this stay is not known, or that of a later stay than the last one known to be the same: it may be the
    /// same too.
    /// </summary>
    private int? DaysSince(string? own, Func<EarlierStay, string?> of) =>
        own is null && !_isVisit ? null : DaysSince(stay => of(stay) is { } its ? its == own : null);

    /// <param name="isSame">Null where nobody knows.</param>
    private int? DaysSince(Func<EarlierStay, bool?> isSame)
    {
        if (_isVisit)
            return HistoryFacts.Never;
        var (same, unknown) = (HistoryFacts.Never, HistoryFacts.Never);
        foreach (var stay in history.Stays)
        {
            if (!IsFormer(stay))
                continue;
            var days = DaysSince(stay);
            if (isSame(stay) is not { } known)
                unknown = Math.Min(unknown, days);
            else if (known)
                same = Math.Min(same, days);
        }
        return unknown < same ? null : same;
    }

    private int DaysSince(EarlierStay former) => state.TimeZone.DayNumber(_admittedAt) - state.TimeZone.DayNumber(former.DischargedAt!.Value);

    private EarlierStay? Last() => history.Stays.Where(IsFormer).MaxBy(stay => stay.DischargedAt);

    private bool IsFormer(EarlierStay stay) => stay.DischargedAt is { } left && left <= _admittedAt && MayBeStay(stay.MedType, codes);

    /// <summary>A stay whose med_type nobody knows counts: nothing says that it was a visit.</summary>
    private static bool MayBeStay(string? medType, CodeTables codes) =>
        medType is null || codes.MedTypes.GetValueOrDefault(medType) is not { } known || known.Mode == Inpatient;

    private static string? Category(string? code) => code is { Length: >= CategoryLength } ? code[..CategoryLength] : code;
}
