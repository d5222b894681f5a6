using System.Globalization;
using System.Text.RegularExpressions;

namespace OrderCheck.Cli.Nhsa.Points;

/// <summary>How long an official sentence pays for an item: days, months or years; intervals; times a week.</summary>
internal static partial class CourseWording
{
    private const int DaysOfYear = 365;
    private const int DaysOfMonth = 30;
    private const string Numerals = "一二三四五六七八九十";

    /// <summary>Days at most; a year is 365, 12 months too, any other month 30. Null where the sentence gives no end.</summary>
    public static int? FindLongest(string text)
    {
        var match = Longest().Match(text);
        if (!match.Success)
            return null;
        var number = Number(match.Groups["number"].Value);
        return match.Groups["unit"].Value switch
        {
            "天" or "日" => number,
            "年" => number * DaysOfYear,
            _ => number / 12 * DaysOfYear + number % 12 * DaysOfMonth,
        };
    }

    /// <summary>Days between one use and the next, at least.</summary>
    public static int? FindInterval(string text) =>
        Interval().Match(text) is { Success: true } match ? Number(match.Groups["number"].Value) : null;

    /// <summary>Times in a week, at most.</summary>
    public static int? FindTimesAWeek(string text) =>
        Weekly().Match(text) is { Success: true } match ? Number(match.Groups["number"].Value) : null;

    private static int Number(string text) =>
        text.Length == 1 && Numerals.IndexOf(text[0], StringComparison.Ordinal) is >= 0 and var index
            ? index + 1
            : int.Parse(text, CultureInfo.InvariantCulture);

    [GeneratedRegex("(?:不超过|最多支付|最多)(?<number>[0-9]{1,3}|[一二三四五六七八九十])(?<unit>天|日|个月|年)")]
    private static partial Regex Longest();

    [GeneratedRegex("间隔时间?不短于(?<number>[0-9]{1,3}|[一二三四五六七八九十])天")]
    private static partial Regex Interval();

    [GeneratedRegex("每周最多(?:支付)?(?<number>[0-9]{1,2}|[一二三四五六七八九十])次")]
    private static partial Regex Weekly();
}
