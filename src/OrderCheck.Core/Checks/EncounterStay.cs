using OrderCheck.Core.Encounters;
using OrderCheck.Core.Hospitals;
using OrderCheck.Core.Knowledge;
using OrderCheck.Core.Rules;
using OrderCheck.Core.Rules.Vocabulary;

namespace OrderCheck.Core.Checks;

/// <summary>What is known of the stay at the time of the check; worked out where a rule asks.</summary>
internal sealed class EncounterStay(Release release, EncounterState state, TimeZoneInfo zone, DateTimeOffset now) : StayFacts
{
    private readonly Stay _stay = state.Stay;
    private string _itemCode = "";
    private int? _chargedOn;

    /// <summary>The line that is judged next; null: none, the encounter itself is.</summary>
    public void Set(JudgedLine? line, DateOnly day)
    {
        _itemCode = line?.Line.ItemCode ?? "";
        _chargedOn = line?.Charge is null ? null : day.DayNumber;
    }

    public override int? HoursSinceAdmission => _stay.AdmittedAt is { } admitted ? Math.Max(0, (int)(now - admitted).TotalHours) : null;

    public override string? AdmittedOn => Day(_stay.AdmittedAt);

    public override string? DischargedOn => Day(_stay.DischargedAt);

    public override bool Knows(string what) => what switch
    {
        "险种" => _stay.Details.InsuType is not null,
        "医保登记" => !_stay.MdtrtIds.IsEmpty,
        "患者主索引" => _stay.Details.PatientNumber is not null,
        "性别" => _stay.Details.Sex is not null,
        "出生日期" => _stay.Details.BirthTime is not null,
        "科室" => _stay.Details.Department is not null,
        "主治医师" => _stay.Details.AttendingDoctor is not null,
        _ => throw new ArgumentException($"'{what}' is nothing that a stay has."),
    };

    public override int? DaysWithout(string? items) => new StayDays(release.Catalogue, state, now).Without(items);

    public override int? LongestWithout(string? items) => new StayDays(release.Catalogue, state, now).LongestWithout(items);

    public override bool? IsWithout(string? items) => new StayDays(release.Catalogue, state, now).IsWithout(items);

    public override string? ChargedOn => _chargedOn is { } day ? $"{DateOnly.FromDayNumber(day):yyyy-MM-dd}" : null;

    public override int DaysOutside(string side)
    {
        var days = _chargedOn is { } day ? Outside(side, day) : 0;
        return days > 0 && days > WindowDays(side) ? days : 0;
    }

    public override int WindowDays(string side)
    {
        var widest = 0;
        foreach (var row in release.Knowledge[KnowledgeKind.StayWindows])
        {
            if (row is StayWindow window && window.Side == side && window.Days > widest && IsFor(window))
                widest = window.Days;
        }
        return widest;
    }

    public override string? Boundary(string side) => side switch
    {
        "入院前" => AdmittedOn is { } day ? $"入院日期{day}" : null,
        "出院后" => DischargedOn is { } day ? $"出院日期{day}" : null,
        _ => _chargedOn is { } day && LeaveOn(day) is { } leave ? $"请假自{Day(leave.From)}起" : null,
    };

    /// <summary>By days: many charges are dated at midnight. The days on which the patient leaves and comes back are days of the _stay.</summary>
    private int Outside(string side, int day) => side switch
    {
        "入院前" => _stay.AdmittedAt is { } admitted ? zone.DayNumber(admitted) - day : 0,
        "出院后" => _stay.DischargedAt is { } discharged ? day - zone.DayNumber(discharged) : 0,
        "请假" => LeaveOn(day) is { } leave ? day - zone.DayNumber(leave.From) : 0,
        _ => throw new ArgumentException($"A charge is outside a stay 入院前, 出院后 or 请假, not '{side}'."),
    };

    private LeavePeriod? LeaveOn(int day)
    {
        foreach (var leave in _stay.Leaves)
        {
            if (day > zone.DayNumber(leave.From) && (leave.To is not { } back || day < zone.DayNumber(back)))
                return leave;
        }
        return null;
    }

    private bool IsFor(StayWindow window) =>
        window.HoldsFor(_stay.Details.MedType)
        && window.InForce(DateOnly.FromDayNumber(_chargedOn ?? zone.DayNumber(now)))
        && (window.IsPrefix ? _itemCode.StartsWith(window.ItemCode, StringComparison.Ordinal) : _itemCode == window.ItemCode);

    private string? Day(DateTimeOffset? at) => at is { } moment ? $"{zone.Day(moment):yyyy-MM-dd}" : null;
}
