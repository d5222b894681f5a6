using OrderCheck.Core.Encounters;
using OrderCheck.Core.Hospitals;
using OrderCheck.Core.Knowledge;
using OrderCheck.Core.Rules;
using OrderCheck.Core.Rules.Vocabulary;

namespace OrderCheck.Core.Checks;

/// <summary>What is known of the stay at the time of the check; worked out where a rule asks.</summary>
internal sealed class EncounterStay(Release release, Stay stay, TimeZoneInfo zone, DateTimeOffset now) : StayFacts
{
    private string _itemCode = "";
    private int? _chargedOn;

    /// <summary>The line that is judged next; null: none, the encounter itself is.</summary>
    public void Set(JudgedLine? line, DateOnly day)
    {
        _itemCode = line?.Line.ItemCode ?? "";
        _chargedOn = line?.Charge is null ? null : day.DayNumber;
    }

    public override int? HoursSinceAdmission => stay.AdmittedAt is { } admitted ? Math.Max(0, (int)(now - admitted).TotalHours) : null;

    public override string? AdmittedOn => Day(stay.AdmittedAt);

    public override string? DischargedOn => Day(stay.DischargedAt);

    public override bool Knows(string what) => what switch
    {
        "险种" => stay.Details.InsuType is not null,
        "医保登记" => !stay.MdtrtIds.IsEmpty,
        "患者主索引" => stay.Details.PatientNumber is not null,
        "性别" => stay.Details.Sex is not null,
        "出生日期" => stay.Details.BirthTime is not null,
        "科室" => stay.Details.Department is not null,
        "主治医师" => stay.Details.AttendingDoctor is not null,
        _ => throw new ArgumentException($"'{what}' is nothing that a stay has."),
    };

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

    /// <summary>By days: many charges are dated at midnight. The days on which the patient leaves and comes back are days of the stay.</summary>
    private int Outside(string side, int day) => side switch
    {
        "入院前" => stay.AdmittedAt is { } admitted ? zone.DayNumber(admitted) - day : 0,
        "出院后" => stay.DischargedAt is { } discharged ? day - zone.DayNumber(discharged) : 0,
        "请假" => LeaveOn(day) is { } leave ? day - zone.DayNumber(leave.From) : 0,
        _ => throw new ArgumentException($"A charge is outside a stay 入院前, 出院后 or 请假, not '{side}'."),
    };

    private LeavePeriod? LeaveOn(int day)
    {
        foreach (var leave in stay.Leaves)
        {
            if (day > zone.DayNumber(leave.From) && (leave.To is not { } back || day < zone.DayNumber(back)))
                return leave;
        }
        return null;
    }

    private bool IsFor(StayWindow window) =>
        window.HoldsFor(stay.Details.MedType)
        && window.InForce(DateOnly.FromDayNumber(_chargedOn ?? zone.DayNumber(now)))
        && (window.IsPrefix ? _itemCode.StartsWith(window.ItemCode, StringComparison.Ordinal) : _itemCode == window.ItemCode);

    private string? Day(DateTimeOffset? at) => at is { } moment ? $"{zone.Day(moment):yyyy-MM-dd}" : null;
}
