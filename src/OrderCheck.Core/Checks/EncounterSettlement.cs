using OrderCheck.Core.Encounters;
using OrderCheck.Core.Hospitals;
using OrderCheck.Core.Knowledge;
using OrderCheck.Core.Rules;
using OrderCheck.Core.Rules.Vocabulary;
using OrderCheck.Core.Settlement;

namespace OrderCheck.Core.Checks;

/// <summary>The encounter's settlement list as last told; worked out where a rule asks.</summary>
internal sealed class EncounterSettlement(Release release, HospitalDictionary dictionary, EncounterState state, DateTimeOffset now) : SettlementFacts
{
    private const int NewbornDays = 28;

    private readonly SettlementList? _list = state.Stay.SettlementList;
    private readonly TimeZoneInfo _zone = dictionary.Hospital.TimeZone;

    public override string? Missing(string fields, string when)
    {
        if (_list is null || Applies(_list, when) is not { } applies)
            return null;
        return applies ? string.Join(Words.Separator, Words.Split(fields).Where(field => !SettlementFields.Has(_list, field))) : "";
    }

    public override int HoursWithout =>
        _list is null && state.Stay.DischargedAt is { } discharged ? Math.Max(0, (int)(now - discharged).TotalHours) : 0;

    public override string? TimesWrong => Times?.OfStay();

    public override string? AgeWrong => Times?.OfAge();

    public override string? OperationTimesWrong => Times?.OfOperations();

    public override string? CareTimesWrong => Times?.OfCareUnits();

    public override string? SumsWrong(decimal tolerance) => Amounts?.Sums(tolerance);

    public override string? PaymentsWrong(decimal tolerance) => Amounts?.Payments(tolerance);

    public override string? RegistrationDiffers => Record?.Registration();

    public override string? DiagnosesDiffer => Record?.Diagnoses();

    public override string? OperationsDiffer => Record?.Operations();

    public override string? TotalDiffers(decimal tolerance) => Amounts?.Total(tolerance);

    public override string? CategoriesDiffer(decimal tolerance) => Amounts?.Categories(tolerance);

    private ListedTimes? Times => _list is null ? null : new ListedTimes(_list, _zone);

    private ListedAmounts? Amounts => _list is null ? null : new ListedAmounts(_list, state.Totals, release.Codes);

    private ListedRecord? Record => _list is null ? null : new ListedRecord(_list, state.Stay, dictionary, _zone.Day(now));

    /// <summary>Null where that depends on an age that nobody knows.</summary>
    private bool? Applies(SettlementList list, string when) => when switch
    {
        "总是" => true,
        "新生儿" => AgeAtAdmission(list) is var (_, days) ? days <= NewbornDays : null,
        "不满一周岁" => AgeAtAdmission(list) is var (years, _) ? years < 1 : null,
        "有手术" => list.Procedures.Count > 0,
        "有重症监护" => list.CareUnits.Count > 0,
        "有输血" => list.Blood.Count > 0,
        // dscg_way: 2 医嘱转院, 3 医嘱转社区卫生服务机构.
        "转院" => list.Stay.WayOfDischarge is "2" or "3",
        _ => throw new ArgumentException($"'{when}' is no case of a settlement list."),
    };

    private (int Years, int Days)? AgeAtAdmission(SettlementList list)
    {
        if ((list.Patient.BirthTime ?? state.Stay.Details.BirthTime) is not { } birth || (list.Stay.AdmittedAt ?? state.Stay.AdmittedAt) is not { } admitted)
            return null;
        var (born, day) = (_zone.Day(birth), _zone.Day(admitted));
        return (Age.Years(born, day), Age.Days(born, day));
    }
}
