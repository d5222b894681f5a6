using OrderCheck.Core.Hospitals;
using OrderCheck.Core.Settlement;

namespace OrderCheck.Core.Checks;

/// <summary>
/// Whether the times of a settlement list fit each other. By days wherever the list may give a day alone, which comes as its midnight.
/// </summary>
internal sealed class ListedTimes(SettlementList list, TimeZoneInfo zone)
{
    private readonly ListedStay _stay = list.Stay;

    public string? OfStay()
    {
        if (_stay is not { AdmittedAt: { } admitted, DischargedAt: { } discharged })
            return null;
        var (first, last) = (zone.DayNumber(admitted), zone.DayNumber(discharged));
        if (IsBefore(discharged, admitted))
            return $"出院时间（{Said(discharged)}）早于入院时间（{Said(admitted)}）";
        // Midnights passed; who goes on the day of admission was here for one day.
        var days = Math.Max(1, last - first);
        return _stay.Days is { } told && told != days ? $"实际住院天数填写为{told}天，按入出院日期应为{days}天" : "";
    }

    public string? OfAge()
    {
        var patient = list.Patient;
        if (patient.BirthTime is not { } birth || _stay.AdmittedAt is not { } admitted || (patient.AgeYears ?? patient.AgeDays) is null)
            return null;
        var (born, day) = (zone.Day(birth), zone.Day(admitted));
        if (born > day)
            return "出生日期晚于入院日期";
        var (years, days) = (Age.Years(born, day), Age.Days(born, day));
        var misfits = new Misfits();
        misfits.AddIf(patient.AgeYears is { } told && told != years, $"年龄填写为{patient.AgeYears}岁，按出生日期入院时为{years}岁");
        misfits.AddIf(years == 0 && patient.AgeDays is { } told2 && told2 != days, $"不足一周岁的年龄填写为{patient.AgeDays}天，按出生日期入院时为{days}天");
        misfits.AddIf(years > 0 && patient.AgeDays > 0, $"入院时已满{years}岁，却填写了不足一周岁的年龄（{patient.AgeDays}天）");
        return misfits.Text;
    }

    public string? OfOperations()
    {
        var misfits = new Misfits();
        foreach (var procedure in list.Procedures)
        {
            var name = $"【{procedure.Name ?? procedure.Code}】";
            if (procedure.BeganAt is not { } began)
            {
                misfits.CannotTell();
                continue;
            }
            Within(misfits, name, began, procedure.EndedAt ?? began);
            misfits.AddIf(procedure.EndedAt is { } ended && IsBefore(ended, began), $"{name}结束早于开始");
        }
        return misfits.Text;
    }

    public string? OfCareUnits()
    {
        var misfits = new Misfits();
        var known = new List<(DateTimeOffset From, DateTimeOffset To, string Unit)>();
        foreach (var unit in list.CareUnits)
        {
            if (unit is not { EnteredAt: { } entered, LeftAt: { } left })
            {
                misfits.CannotTell();
                continue;
            }
            Within(misfits, unit.Unit, entered, left);
            if (IsBefore(left, entered))
                misfits.Add($"{unit.Unit}的退出时间早于进入时间");
            else
                known.Add((entered, left, unit.Unit));
        }
        known.Sort(static (one, other) => one.From.CompareTo(other.From));
        for (var i = 1; i < known.Count; i++)
            misfits.AddIf(known[i].From < known[i - 1].To, $"{known[i - 1].Unit}与{known[i].Unit}的时间重叠");
        return misfits.Text;
    }

    private void Within(Misfits misfits, string name, DateTimeOffset from, DateTimeOffset to)
    {
        if (_stay.AdmittedAt is not { } admitted || _stay.DischargedAt is not { } discharged)
            misfits.CannotTell();
        else if (zone.DayNumber(from) < zone.DayNumber(admitted))
            misfits.Add($"{name}在{Said(from)}，早于入院日期{Said(admitted)}");
        else if (zone.DayNumber(to) > zone.DayNumber(discharged))
            misfits.Add($"{name}在{Said(to)}，晚于出院日期{Said(discharged)}");
    }

    /// <summary>A midnight may stand for its whole day.</summary>
    private bool IsBefore(DateTimeOffset end, DateTimeOffset start) =>
        end < start && !(zone.Local(end).TimeOfDay == TimeSpan.Zero && zone.DayNumber(end) == zone.DayNumber(start));

    private string Said(DateTimeOffset at) => $"{zone.Day(at):yyyy-MM-dd}";
}
