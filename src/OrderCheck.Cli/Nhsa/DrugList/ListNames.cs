using System.Text;
using System.Text.RegularExpressions;

namespace OrderCheck.Cli.Nhsa.DrugList;

/// <summary>The names that an entry of the list writes as one: with another name or other dosage forms in brackets, or several in a row.</summary>
internal static partial class ListNames
{
    private const string RomanNumerals = "ⅠⅡⅢⅣⅤ";
    private static readonly string[] Latin = ["I", "II", "III", "IV", "V"];

    /// <summary>Without spaces, wide signs made narrow and numerals letters.</summary>
    public static string Folded(string name)
    {
        var folded = new StringBuilder(name.Length);
        foreach (var sign in name.Where(sign => !char.IsWhiteSpace(sign)))
        {
            if (RomanNumerals.IndexOf(sign, StringComparison.Ordinal) is >= 0 and var numeral)
                folded.Append(Latin[numeral]);
            else
                folded.Append(sign is >= '\uFF01' and <= '\uFF5E' ? (char)(sign - 0xFEE0) : sign);
        }
        return folded.ToString();
    }

    /// <summary>卡络磺钠(肾上腺色腙) is 卡络磺钠 and 肾上腺色腙; 复方氨基酸(15AA) is itself.</summary>
    public static IReadOnlyList<string> OfSubstance(string name)
    {
        var names = new List<string>();
        foreach (var part in Parts(Folded(name)))
        {
            names.Add(part);
            if (Bracketed().Match(part) is { Success: true } match && OtherName().IsMatch(match.Groups["inside"].Value))
                names.AddRange([match.Groups["name"].Value, match.Groups["inside"].Value]);
        }
        return [.. names.Where(known => known.Length > 1).Distinct()];
    }

    /// <summary>小柴胡片(胶囊、颗粒) is 小柴胡片, 小柴胡胶囊 and 小柴胡颗粒.</summary>
    /// <param name="endings">Forms that a name may end with, the longer before what they contain.</param>
    public static IReadOnlyList<string> OfMedicine(string name, IReadOnlyList<string> endings)
    {
        var names = new List<string>();
        foreach (var part in Parts(Folded(name)))
        {
            names.Add(part);
            if (Bracketed().Match(part) is not { Success: true } match)
                continue;
            var first = match.Groups["name"].Value;
            var ending = endings.FirstOrDefault(form => first.EndsWith(form, StringComparison.Ordinal)) ?? "";
            names.Add(first);
            names.AddRange(match.Groups["inside"].Value.Split('、').Select(form => first[..^ending.Length] + form));
        }
        return [.. names.Distinct()];
    }

    private static string[] Parts(string name) => Separator().Split(name);

    /// <summary>A 、 that is not in brackets.</summary>
    [GeneratedRegex(@"、(?![^(]*\))")]
    private static partial Regex Separator();

    [GeneratedRegex(@"^(?<name>[^(\[]+)[(\[](?<inside>.+)[)\]]$")]
    private static partial Regex Bracketed();

    /// <summary>Two Chinese characters at least: (15AA) and (II) are part of the name.</summary>
    [GeneratedRegex(@"[\u4E00-\u9FFF]{2}")]
    private static partial Regex OtherName();
}
