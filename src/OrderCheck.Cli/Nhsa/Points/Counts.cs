using System.Globalization;

namespace OrderCheck.Cli.Nhsa.Points;

/// <summary>Numbers in published tables.</summary>
internal static class Counts
{
    /// <summary>A number above 0 with at most four decimals, as plain text.</summary>
    public static bool TryRead(string text, out string number)
    {
        var read = decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
            && value > 0
            && decimal.Round(value, 4) == value;
        number = value.ToString("0.####", CultureInfo.InvariantCulture);
        return read;
    }
}
