using System.Text;
using System.Text.RegularExpressions;

namespace OrderCheck.Core.Catalogue.Diseases;

/// <summary>An official sentence as phrases are looked for in it, and its alternatives.</summary>
internal static partial class SentenceParts
{
    private const string RomanNumerals = "ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ";

    private static readonly string[] Latin = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"];

    /// <summary>Without spaces, wide letters and signs made narrow, numerals made letters: publications write the same both ways.</summary>
    public static string Folded(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var sign in text)
        {
            if (char.IsWhiteSpace(sign))
                continue;
            if (RomanNumerals.IndexOf(sign, StringComparison.Ordinal) is >= 0 and var numeral)
                folded.Append(Latin[numeral]);
            else if (sign is >= '\uFF01' and <= '\uFF5E')
                folded.Append((char)(sign - 0xFEE0));
            else
                folded.Append(sign == '\u2F09' ? '儿' : sign);
        }
        return folded.ToString();
    }

    /// <summary>
    /// The alternatives of a folded sentence, numbered or parted by semicolons, each of which must be accounted for. What stands
    /// before numbers is none, unless it is all that there is.
    /// </summary>
    public static IReadOnlyList<(int From, int To)> Alternatives(string folded, Func<int, bool> namesDiseaseBefore)
    {
        var numbers = Numbered().Matches(folded).Select(match => match.Index).ToList();
        if (numbers.Count > 1)
            return namesDiseaseBefore(numbers[0]) ? [(0, folded.Length)] : Between(numbers, folded.Length);
        var parts = new List<int> { 0 };
        for (var i = folded.IndexOf(';', StringComparison.Ordinal); i >= 0; i = folded.IndexOf(';', i + 1))
            parts.Add(i);
        return Between(parts, folded.Length);
    }

    private static List<(int From, int To)> Between(List<int> starts, int length) =>
        [.. starts.Select((from, i) => (from, i + 1 < starts.Count ? starts[i + 1] : length)).Where(part => part.Item2 - part.from > 1)];

    /// <summary>1.…；2.…, not 4.5小时.</summary>
    [GeneratedRegex(@"(?<![\d.])\d{1,2}\.(?!\d)")]
    private static partial Regex Numbered();
}
