using OrderCheck.Core.Amounts;
using OrderCheck.Core.Tables;

namespace OrderCheck.Core.Knowledge.Reading;

/// <summary>Reads limits over time: frequency, course and exclusive pairs.</summary>
internal static class TimeLimitReader
{
    /// <summary>Ten years.</summary>
    private const int MostDays = 3_660;

    private const string DaysWindow = "N天";
    private const string PeriodScope = "周期";
    private const string StayScope = "单次住院";

    private static readonly string[] FrequencyWindows = ["单日", "24小时", "周", "月", DaysWindow, StayScope];
    private static readonly string[] PairWindows = ["单日", "单次就诊", "6小时", "同一小时"];
    private static readonly string[] Scopes = [StayScope, PeriodScope];

    public static FrequencyLimit? Frequency(CsvTable table)
    {
        var (most, window) = (table.RequiredNumber("max_quantity", 0, Quantity.Largest, 4), table.RequiredWord("window", FrequencyWindows));
        if (most is null || window is null || Period(table, "window", window, DaysWindow) is not { } period)
            return null;
        return new FrequencyLimit { MaxQuantity = most.Value, Unit = table.Text("unit"), Window = window, PeriodDays = period };
    }

    public static CourseLimit? Course(CsvTable table)
    {
        var (days, span) = (table.Whole("max_days", 1, MostDays), table.Whole("max_span_days", 1, MostDays));
        var interval = table.Whole("min_interval_days", 1, MostDays);
        var scope = table.Text("scope") is null ? StayScope : table.Word("scope", Scopes);
        if (table.NoneOf("max_days", "max_span_days", "min_interval_days"))
        {
            table.Fault("max_days", "the row must give max_days, max_span_days or min_interval_days.");
            return null;
        }
        if (scope is null || Period(table, "scope", scope, PeriodScope) is not { } period)
            return null;
        return new CourseLimit { MaxDays = days, MaxSpanDays = span, MinIntervalDays = interval, Scope = scope, PeriodDays = period };
    }

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
    private static int? Period(CsvTable table, string column, string word, string periodic)
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
