using OrderCheck.Core.Tables;

namespace OrderCheck.Core.Knowledge.Reading;

/// <summary>Reads exclusive pairs, and what limits over time have in common.</summary>
internal static class TimeLimitReader
{
    /// <summary>Ten years.</summary>
    public const int MostDays = 3_660;

    private static readonly string[] PairWindows = ["单日", "单次就诊", "6小时", "同一小时"];

    public static ExclusivePair? Pair(CsvTable table, ItemCodes items)
    {
        var (code, name, window) = (table.Required("other_code"), table.Required("other_name"), table.RequiredWord("window", PairWindows));
        if (code is not null && !items.Knows(code))
            table.Fault("other_code", $"'{code}' is not in the catalogue (catalogue/items.csv).");
        else if (code is not null && code == table.Text("item_code"))
            table.Fault("other_code", $"'{code}' is item_code itself; how often one item may be used is said in frequency_limits.csv.");
        else if (code is not null && name is not null && window is not null)
            return ExclusivePair.Of(code, name, window);
        return null;
    }

    /// <summary>The days that one word of the column calls for, 0 for its other words; null where that is not so.</summary>
    public static int? Period(CsvTable table, string column, string word, string periodic)
    {
        var days = table.Whole("period_days", 0, MostDays) ?? 0;
        if (days > 0 == (word == periodic))
            return days;
        table.Fault(
            "period_days",
            word == periodic ? $"{column} {word} needs a number of days from 1 to {MostDays}." : $"{column} {word} has no period_days.");
        return null;
    }
}
