using System.Globalization;
using System.Text.RegularExpressions;
using Google.Protobuf.WellKnownTypes;

namespace OrderCheck.EndToEnd.Ward;

/// <summary>
/// The days of a history: "第3天 08:30", "入院前2天", "08:30" of the first. Its last day is today, since the server's clock is the real one; where the
/// calendar matters, 第1天 is pinned to the last 星期一 or 月初 that leaves room for it, or 年内, so that all of it is in one year.
/// </summary>
internal sealed partial class WardTime
{
    private static readonly TimeSpan Offset = TimeSpan.FromHours(8);

    /// <summary>In the hospital; the same for the whole run.</summary>
    private static readonly DateOnly Today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().ToOffset(Offset).DateTime);

    public WardTime(WardHistory history)
    {
        var text = history.Told.GetRawText();
        var (last, before) = (Most(ToldDays(), text, 1), Most(ToldDaysBefore(), text, 0));
        var pinned = history.Told.TryGetProperty("第1天", out var told) ? told.GetString() : null;
        FirstDay = Today.AddDays(1 - last);
        while (!Fits(pinned, before, last))
            FirstDay = FirstDay.AddDays(-1);
    }

    public DateOnly FirstDay { get; }

    public Timestamp Of(string written, string usual = "10:00")
    {
        var parts = written.Split(' ');
        if (parts is [var alone] && TimeOnly.TryParseExact(alone, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var onFirst))
            return At(FirstDay, onFirst);
        var time = parts.Length > 1 ? parts[1] : usual;
        return At(Day(parts[0]), TimeOnly.ParseExact(time, "HH:mm", CultureInfo.InvariantCulture));
    }

    /// <summary>The birthday of who is that old on the first day.</summary>
    public Timestamp Birth(string age)
    {
        var number = int.Parse(age[..^1], CultureInfo.InvariantCulture);
        return At(age[^1] switch { '岁' => FirstDay.AddYears(-number), '月' => FirstDay.AddMonths(-number), _ => FirstDay.AddDays(-number) }, TimeOnly.MinValue);
    }

    public DateOnly Day(string written)
    {
        if (DayNumber().Match(written) is { Success: true } day)
            return FirstDay.AddDays(int.Parse(day.Groups[1].Value, CultureInfo.InvariantCulture) - 1);
        return DaysBefore().Match(written) is { Success: true } before
            ? FirstDay.AddDays(-int.Parse(before.Groups[1].Value, CultureInfo.InvariantCulture))
            : throw new WardFault($"“{written}”不是时间，应如“第3天 08:30”“入院前2天 20:00”");
    }

    private bool Fits(string? pinned, int before, int last) => pinned switch
    {
        null => true,
        "星期一" => FirstDay.DayOfWeek == DayOfWeek.Monday,
        "月初" => FirstDay.Day == 1,
        "年内" => FirstDay.AddDays(-before).Year == FirstDay.AddDays(last - 1).Year,
        _ => throw new WardFault($"第1天可写星期一、月初、年内，不是“{pinned}”"),
    };

    private static int Most(Regex days, string text, int least) =>
        days.Matches(text).Select(match => int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture)).Append(least).Max();

    private static Timestamp At(DateOnly day, TimeOnly time) => Timestamp.FromDateTimeOffset(new DateTimeOffset(day, time, Offset));

    /// <summary>A value of the file that is a time.</summary>
    [GeneratedRegex("\"第(\\d+)天(?: \\d\\d:\\d\\d)?\"")]
    private static partial Regex ToldDays();

    [GeneratedRegex("\"入院前(\\d+)天(?: \\d\\d:\\d\\d)?\"")]
    private static partial Regex ToldDaysBefore();

    [GeneratedRegex("^第(\\d+)天$")]
    private static partial Regex DayNumber();

    [GeneratedRegex("^入院前(\\d+)天$")]
    private static partial Regex DaysBefore();
}
