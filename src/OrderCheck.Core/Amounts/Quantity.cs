using System.Globalization;

namespace OrderCheck.Core.Amounts;

/// <summary>How much of something, with its unit: 0.5 g, 3 次. Units are plain text as the catalogue spells them ("片", "盒", "次", "g", "mg", "ml", "小时", "日").</summary>
/// <param name="Value">At most four decimals (NHSA cnt is numeric(16,4)); may be negative in a refund.</param>
/// <param name="Unit">Never empty.</param>
public readonly record struct Quantity(decimal Value, string Unit)
{
    /// <summary>The largest absolute value that is accepted from outside: more is a typing error.</summary>
    public const decimal Largest = 1_000_000m;

    /// <summary>The unit of a quantity that was told without one, where the sender counts as it bills.</summary>
    public const string BilledUnit = "计价单位";

    /// <summary>Reads plain decimal text with at most four decimals and an absolute value of at most <see cref="Largest"/>.</summary>
    public static bool TryParseValue(string? text, out decimal value) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value)
        && Math.Abs(value) <= Largest
        && (value.Scale <= 4 || decimal.Round(value, 4) == value);

    /// <summary>Plain decimal text without zeros behind: "3", "0.5".</summary>
    public static string Text(decimal value) =>
        // Most quantities are whole: without a format they are written ten times as fast.
        value.Scale == 0 ? value.ToString(CultureInfo.InvariantCulture) : value.ToString("0.####", CultureInfo.InvariantCulture);

    public override string ToString() => Text(Value) + Unit;
}
