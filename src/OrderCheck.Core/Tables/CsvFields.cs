using System.Globalization;

namespace OrderCheck.Core.Tables;

/// <summary>Typed fields of a <see cref="CsvTable"/>'s row; what cannot be read is reported and comes back null.</summary>
public static class CsvFields
{
    public static string? Required(this CsvTable table, string column)
    {
        var text = table.Text(column);
        if (text is null)
            table.Fault(column, "the field is empty.");
        return text;
    }

    /// <summary>Whether all of these fields are empty.</summary>
    public static bool NoneOf(this CsvTable table, params ReadOnlySpan<string> columns)
    {
        foreach (var column in columns)
        {
            if (table.Text(column) is not null)
                return false;
        }
        return true;
    }

    /// <summary>One of the words.</summary>
    public static string? Word(this CsvTable table, string column, IReadOnlyCollection<string> words)
    {
        if (table.Text(column) is not { } text)
            return null;
        if (words.Contains(text))
            return text;
        table.Fault(column, $"'{text}' is not one of {string.Join(", ", words)}.");
        return null;
    }

    public static string? RequiredWord(this CsvTable table, string column, IReadOnlyCollection<string> words) =>
        table.Required(column) is null ? null : table.Word(column, words);

    /// <summary>Words with '|' between them, joined again with 、 for the reader.</summary>
    public static string? Words(this CsvTable table, string column, IReadOnlyCollection<string> words)
    {
        if (table.Text(column) is not { } text)
            return null;
        var parts = text.Split('|');
        foreach (var part in parts)
        {
            if (words.Contains(part))
                continue;
            table.Fault(column, $"'{part}' is not one of {string.Join(", ", words)}; several are separated by '|'.");
            return null;
        }
        return string.Join('、', parts);
    }

    /// <summary>A whole number in a range.</summary>
    public static int? Whole(this CsvTable table, string column, int least, int most)
    {
        if (table.Text(column) is not { } text)
            return null;
        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
            return number;
        table.Fault(column, $"'{text}' is no whole number from {least} to {most}.");
        return null;
    }

    /// <summary>A plain decimal number in a range, without exponent or thousands separators.</summary>
    public static decimal? Number(this CsvTable table, string column, decimal least, decimal most, int decimals)
    {
        if (table.Text(column) is not { } text)
            return null;
        const NumberStyles plain = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        if (decimal.TryParse(text, plain, CultureInfo.InvariantCulture, out var number)
            && number >= least && number <= most && decimal.Round(number, decimals) == number)
            return number;
        table.Fault(column, $"'{text}' is no number from {least} to {most} with at most {decimals} decimals.");
        return null;
    }

    public static decimal? RequiredNumber(this CsvTable table, string column, decimal least, decimal most, int decimals) =>
        table.Required(column) is null ? null : table.Number(column, least, most, decimals);

    public static DateOnly? Date(this CsvTable table, string column)
    {
        if (table.Text(column) is not { } text)
            return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", out var date))
            return date;
        table.Fault(column, $"'{text}' is no date of the form 2026-01-31.");
        return null;
    }

    /// <summary>effective_from and effective_to, both included and both optional.</summary>
    public static (DateOnly? From, DateOnly? To) Validity(this CsvTable table)
    {
        var (from, to) = (table.Date("effective_from"), table.Date("effective_to"));
        if (to < from)
            table.Fault("effective_to", $"{to:yyyy-MM-dd} is before effective_from {from:yyyy-MM-dd}.");
        return (from, to);
    }
}
