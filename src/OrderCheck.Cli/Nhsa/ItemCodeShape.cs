using System.Text.RegularExpressions;

namespace OrderCheck.Cli.Nhsa;

/// <summary>What NHSA's item codes tell by their shape.</summary>
internal static partial class ItemCodeShape
{
    public const string Allowed =
        "X and 22 more (western drug), Z and 19 more (Chinese patent medicine), T and 9 digits (herb piece), 15 digits (service), C and 19 more (consumable)";

    /// <summary>药品, 饮片, 项目 or 耗材; null where the code has no known shape.</summary>
    public static string? KindOf(string code) => code switch
    {
        _ when WesternDrug().IsMatch(code) || ChineseMedicine().IsMatch(code) => "药品",
        _ when HerbPiece().IsMatch(code) => "饮片",
        _ when Service().IsMatch(code) => "项目",
        _ when Consumable().IsMatch(code) => "耗材",
        _ => null,
    };

    /// <summary>
    /// med_chrgitm_type. A service's comes from its chapter in 全国医疗服务价格项目规范, digits 3 to 6 of the code; "" where
    /// the chapter has none of its own.
    /// </summary>
    public static string CategoryOf(string code) => code[0] switch
    {
        'X' => "09",
        'Z' => "11",
        'T' => "10",
        'C' => "08",
        _ => CategoryOfChapter(code.AsSpan(2, 4)),
    };

    private static string CategoryOfChapter(ReadOnlySpan<char> chapter) => chapter switch
    {
        "1101" => "13",
        "1102" or "1110" => "02",
        "1109" => "01",
        "1201" => "07",
        ['1', '1', ..] or ['1', '4', ..] => "14",
        ['1', '2' or '3', ..] => "05",
        ['2', '1' or '2' or '3' or '7', ..] => "03",
        ['2', '5' or '6', ..] => "04",
        ['2', '4', ..] => "05",
        ['3', '3', ..] => "06",
        ['3' or '4', ..] => "05",
        _ => "14",
    };

    [GeneratedRegex("^X[A-Z0-9]{22}$")]
    private static partial Regex WesternDrug();

    [GeneratedRegex("^Z[A-Z0-9]{19}$")]
    private static partial Regex ChineseMedicine();

    [GeneratedRegex("^T[0-9]{9}$")]
    private static partial Regex HerbPiece();

    [GeneratedRegex("^[0-9]{15}$")]
    private static partial Regex Service();

    [GeneratedRegex("^C[A-Z0-9]{19}$")]
    private static partial Regex Consumable();
}
