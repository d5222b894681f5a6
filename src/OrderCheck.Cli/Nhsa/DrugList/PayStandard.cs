using System.Text.RegularExpressions;

namespace OrderCheck.Cli.Nhsa.DrugList;

/// <summary>
/// A pay standard as the list writes it: 3.24元(0.1g/粒). Several packages have one each, 63.00元(10mg/支)；…: which of them a code
/// is, its name does not tell, so that they are shown and not compared.
/// </summary>
internal static partial class PayStandard
{
    private const string Secret = "*";
    private const string SeeRemark = "见备注";

    public static bool IsSecret(string text) => text == Secret;

    /// <summary>Whether it is a price of some package, or of several, or of the list's remarks; else it can't be read.</summary>
    public static bool IsReadable(string text) => text.Length == 0 || IsSecret(text) || text.StartsWith(SeeRemark, StringComparison.Ordinal) || Price().IsMatch(text);

    /// <summary>The price and the unit that it is for, where it is the only one; else null.</summary>
    public static (string Price, string Unit)? OnlyOf(string text) =>
        Only().Match(text) is { Success: true } match && Price().Count(text) == 1 ? (match.Groups["price"].Value, match.Groups["unit"].Value) : null;

    [GeneratedRegex("[0-9]+(?:\\.[0-9]{1,6})?元")]
    private static partial Regex Price();

    [GeneratedRegex("^(?<price>[0-9]+(?:\\.[0-9]{1,6})?)元\\(.*/(?<unit>[^/()0-9 ]{1,4})\\)$")]
    private static partial Regex Only();
}
