using System.Globalization;
using OrderCheck.Core.Encounters;
using OrderCheck.Core.Hospitals;
using OrderCheck.Core.Knowledge;
using OrderCheck.Core.Rules;

namespace OrderCheck.Core.Checks;

/// <summary>What a pathway required on days that have passed, of which nothing was ordered or charged.</summary>
/// <param name="pathways">Know when the patient was on it.</param>
internal sealed class PathwayOmissions(Release release, Stay stay, TimeZoneInfo zone, Timelines timelines, StayPathways pathways, DateTimeOffset now)
{
    /// <summary>The end of the stay, or now while it lasts.</summary>
    public DateTimeOffset Until { get; } = stay.DischargedAt is { } discharged && discharged < now ? discharged : now;

    /// <param name="fromOperation">Which of the rows.</param>
    /// <param name="day0">The day that their day 0 is, as a day number.</param>
    /// <returns>心电图（第1～2天）、Ⅰ级护理（术后第1天、第2天）; "" where nothing was omitted.</returns>
    public string Of(string pathway, bool controllable, bool fromOperation, int day0)
    {
        var omitted = new List<string>();
        foreach (var row in release.Knowledge[KnowledgeKind.PathwayItems])
        {
            if (row is PathwayItem { Need: PathwayItem.Required } item
                && item.Pathway == pathway && item.Controllable == controllable && item.FromOperation == fromOperation
                && DaysOf(item, day0) is { Length: > 0 } days)
                omitted.Add($"{NameOf(item)}（{days}）");
        }
        return string.Join('、', omitted.Distinct(StringComparer.Ordinal));
    }

    private string DaysOf(PathwayItem item, int day0)
    {
        var (first, last) = (day0 + item.FromDay, day0 + item.ToDay);
        if (!item.EachDay)
            return IsDue(item, first, last) && !IsUsed(item, first, last) ? Said(item, item.FromDay, item.ToDay) : "";
        var days = Enumerable.Range(item.FromDay, item.ToDay - item.FromDay + 1).Where(day => IsDue(item, day0 + day, day0 + day) && !IsUsed(item, day0 + day, day0 + day));
        return string.Join('、', days.Select(day => Said(item, day, day)));
    }

    /// <summary>The days have passed, the patient was here on one of them, and on the pathway up to the last.</summary>
    private bool IsDue(PathwayItem item, int first, int last)
    {
        if (last > zone.DayNumber(Until) || !item.InForce(DateOnly.FromDayNumber(last)))
            return false;
        var end = zone.At(DateOnly.FromDayNumber(last + 1), TimeOnly.MinValue).AddTicks(-1);
        return pathways.WasOn(item.Pathway, last, end < Until ? end : Until) && Enumerable.Range(first, last - first + 1).Any(WasHere);
    }

    /// <summary>The days of going on leave and of coming back are days of the stay.</summary>
    private bool WasHere(int day)
    {
        if (stay.AdmittedAt is not { } admitted || day < zone.DayNumber(admitted))
            return false;
        foreach (var leave in stay.Leaves)
        {
            if (day > zone.DayNumber(leave.From) && (leave.To is not { } back || day < zone.DayNumber(back)))
                return false;
        }
        return true;
    }

    /// <summary>Charged and not taken back, or planned; whoever knows not how much of it.</summary>
    private bool IsUsed(PathwayItem item, int first, int last)
    {
        var after = zone.At(DateOnly.FromDayNumber(first), TimeOnly.MinValue).UtcTicks - 1;
        var upTo = zone.At(DateOnly.FromDayNumber(last + 1), TimeOnly.MinValue).UtcTicks - 1;
        foreach (var key in timelines.Keys)
        {
            if (key.InfantNo is null && item.Particularity(key.ItemCode) > 0 && timelines.Of(key).FirstBetween(after, upTo, int.MaxValue) is not null)
                return true;
        }
        return false;
    }

    private string NameOf(PathwayItem item) =>
        item.ItemName.Length > 0 ? item.ItemName : release.Catalogue.FindItem(item.ItemCode, zone.Day(Until))?.Name ?? item.ItemCode;

    private static string Said(PathwayItem item, int from, int to)
    {
        var days = from == to ? Said(item, from) : item.FromOperation ? $"{Said(item, from)}至{Said(item, to)}" : string.Create(CultureInfo.InvariantCulture, $"住院第{from}～{to}天");
        return item.Stage is { } stage ? $"{stage}，{days}" : days;
    }

    private static string Said(PathwayItem item, int day) => !item.FromOperation
        ? string.Create(CultureInfo.InvariantCulture, $"住院第{day}天")
        : day switch
        {
            0 => "手术当天",
            < 0 => string.Create(CultureInfo.InvariantCulture, $"术前{-day}天"),
            _ => string.Create(CultureInfo.InvariantCulture, $"术后第{day}天"),
        };
}
