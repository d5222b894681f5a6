using System.Globalization;
using System.Text.RegularExpressions;

namespace OrderCheck.Cli.Nhsa.Points;

/// <summary>
/// Ages as the official sentences give them. Ends are included and completed: "5至12岁以下" ends with 11, "3-12岁" with 12.
/// Several ranges in one sentence make the widest. "疗程3至6天" and "用于小儿" are no ages in numbers.
/// </summary>
internal sealed partial class AgeWording(int childAge)
{
    /// <summary>The columns age_group, min_age, max_age, age_unit, or null where the text has no age in numbers.</summary>
    public string[]? Find(string text)
    {
        var ranges = Range().Matches(text);
        if (ranges.Count > 0)
        {
            var lowest = ranges.Min(range => Number(range, "from"));
            var highest = ranges.Max(range => Number(range, "to") - (range.Groups["below"].Success ? 1 : 0));
            return Years(lowest, highest);
        }
        if (AtLeastYears().Match(text) is { Success: true } years)
            return Years(Number(years, "from"), childAge - 1);
        if (AtLeastMonths().Match(text) is { Success: true } months)
            return ["", Text(Number(months, "from")), Text(childAge * 12 - 1), "月"];
        if (Below().Match(text) is { Success: true } below)
            return Years(0, Number(below, "to") - (below.Groups["including"].Success ? 0 : 1));
        return null;
    }

    private static string[] Years(int from, int to) => ["", Text(from), Text(to), "岁"];

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>2岁至11岁, 3-12岁, 5至12岁以下.</summary>
    [GeneratedRegex(@"(?<from>\d{1,3})(?:周?岁)?(?:至|到|-|－|~|～|—)(?<to>\d{1,3})周?岁(?<below>以下)?")]
    private static partial Regex Range();

    /// <summary>3岁及以上, 3岁及3岁以上, 3岁以上.</summary>
    [GeneratedRegex(@"(?<from>\d{1,3})周?岁(?:及(?:\k<from>周?岁)?)?以上")]
    private static partial Regex AtLeastYears();

    /// <summary>1月以上婴儿和儿童.</summary>
    [GeneratedRegex(@"(?<from>\d{1,2})个?月(?:龄)?(?:及)?以上的?(?:婴|儿|患)")]
    private static partial Regex AtLeastMonths();

    /// <summary>11周岁以下, 14岁及以下.</summary>
    [GeneratedRegex(@"(?<to>\d{1,3})周?岁(?<including>及)?以下")]
    private static partial Regex Below();
}
