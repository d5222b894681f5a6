using System.Globalization;
using OrderCheck.Core.Hospitals;

namespace OrderCheck.Core.Rules.Cases.Reading;

/// <summary>
/// Times as a case history tells them: "第3天 08:30", "入院前2天", "2026-03-04 08:30", "08:30" (of the first day). A day
/// without a time is ten in the morning.
/// </summary>
internal static class CaseTime
{
    public const string Forms = "'第3天 08:30', '第3天', '入院前2天 20:00', '2026-03-04 08:30', '2026-03-04' or '08:30'";

    private const int MostDays = 3_660;

    public static readonly TimeOnly Usual = new(10, 0);

    public static DateTimeOffset? Parse(string written, DateOnly firstDay, TimeZoneInfo zone, TimeOnly usual)
    {
        var parts = written.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length is 0 or > 2)
            return null;
        if (parts.Length == 1 && Time(parts[0]) is { } alone)
            return zone.At(firstDay, alone);
        if (Day(parts[0], firstDay) is not { } day)
            return null;
        var time = parts.Length == 1 ? usual : Time(parts[1]);
        return time is { } known ? zone.At(day, known) : null;
    }

    public static DateOnly? Date(string written) =>
        DateOnly.TryParseExact(written, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && date.Year is >= 1900 and <= 2200 ? date : null;

    private static DateOnly? Day(string written, DateOnly firstDay)
    {
        if (Number(written, "第", "天") is { } day)
            return firstDay.AddDays(day - 1);
        return Number(written, "入院前", "天") is { } before ? firstDay.AddDays(-before) : Date(written);
    }

    private static int? Number(string written, string before, string after) =>
        written.StartsWith(before, StringComparison.Ordinal) && written.EndsWith(after, StringComparison.Ordinal) && written.Length > before.Length + after.Length
        && int.TryParse(written[before.Length..^after.Length], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= MostDays
            ? number
            : null;

    private static TimeOnly? Time(string written) =>
        TimeOnly.TryParseExact(written, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;
}
