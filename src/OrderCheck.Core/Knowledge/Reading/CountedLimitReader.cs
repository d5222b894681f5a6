using OrderCheck.Core.Amounts;
using OrderCheck.Core.Tables;

namespace OrderCheck.Core.Knowledge.Reading;

/// <summary>Reads limits on how much is used over time: frequency, course and total.</summary>
internal static class CountedLimitReader
{
    private const string DaysWindow = "N天";
    private const string PeriodScope = "周期";
    private const string StayScope = "单次住院";
    private const string Yuan = "元";
    private const decimal HighestAmount = 100_000_000m;

    private static readonly string[] Windows = ["单日", "24小时", "周", "月", "年", DaysWindow, StayScope];
    private static readonly string[] TotalWindows = [StayScope, "年"];
    private static readonly string[] Scopes = [StayScope, PeriodScope];
    private static readonly string[] Measures = [CountedLimit.Number, CountedLimit.Amount, CountedLimit.Dose];
    private static readonly string[] Multipliers = [FrequencyLimit.PerInpatientDay, FrequencyLimit.PerOtherItem];

    private static readonly CsvColumn[] Combined = [CsvColumn.May("combined_items"), CsvColumn.May("combined_name")];

    public static readonly CsvColumn[] FrequencyColumns =
    [
        CsvColumn.Must("max_quantity"), CsvColumn.May("unit"), CsvColumn.Must("window"), CsvColumn.May("period_days"),
        CsvColumn.May("measure"), CsvColumn.May("per"), CsvColumn.May("per_item"), CsvColumn.May("per_item_name"), .. Combined,
    ];

    public static readonly CsvColumn[] CourseColumns =
    [
        CsvColumn.May("max_days"), CsvColumn.May("max_span_days"), CsvColumn.May("min_interval_days"),
        CsvColumn.May("scope"), CsvColumn.May("period_days"), .. Combined,
    ];

    public static readonly CsvColumn[] TotalColumns = [CsvColumn.Must("max_amount"), CsvColumn.Must("window"), .. Combined];

    public static FrequencyLimit? Frequency(CsvTable table, ItemCodes items)
    {
        var (most, window) = (table.RequiredNumber("max_quantity", 0, Quantity.Largest, 4), table.RequiredWord("window", Windows));
        if (most is null || window is null || TimeLimitReader.Period(table, "window", window, DaysWindow) is not { } period)
            return null;
        if (Measure(table) is not { } measure || !Multiplied(table, items, window, out var per) || !Group(table, items, out var group))
            return null;
        return new FrequencyLimit
        {
            MaxQuantity = most.Value,
            Measure = measure,
            Unit = measure == CountedLimit.Amount ? Yuan : table.Text("unit"),
            Window = window,
            PeriodDays = period,
            Per = per,
            PerItem = table.Text("per_item"),
            PerItemName = table.Text("per_item_name"),
            CombinedItems = group,
            CombinedName = table.Text("combined_name"),
        };
    }

    public static CourseLimit? Course(CsvTable table, ItemCodes items)
    {
        var (days, span) = (table.Whole("max_days", 1, TimeLimitReader.MostDays), table.Whole("max_span_days", 1, TimeLimitReader.MostDays));
        var interval = table.Whole("min_interval_days", 1, TimeLimitReader.MostDays);
        var scope = table.Text("scope") is null ? StayScope : table.Word("scope", Scopes);
        if (table.NoneOf("max_days", "max_span_days", "min_interval_days"))
        {
            table.Fault("max_days", "the row must give max_days, max_span_days or min_interval_days.");
            return null;
        }
        if (scope is null || TimeLimitReader.Period(table, "scope", scope, PeriodScope) is not { } period || !Group(table, items, out var group))
            return null;
        return new CourseLimit
        {
            MaxDays = days,
            MaxSpanDays = span,
            MinIntervalDays = interval,
            Scope = scope,
            PeriodDays = period,
            CombinedItems = group,
            CombinedName = table.Text("combined_name"),
        };
    }

    public static TotalLimit? Total(CsvTable table, ItemCodes items)
    {
        var (most, window) = (table.RequiredNumber("max_amount", 0, HighestAmount, 2), table.RequiredWord("window", TotalWindows));
        return most is { } yuan && window is not null && Group(table, items, out var group)
            ? new TotalLimit
            {
                MaxAmount = yuan,
                Measure = CountedLimit.Amount,
                Unit = Yuan,
                Window = window,
                CombinedItems = group,
                CombinedName = table.Text("combined_name"),
            }
            : null;
    }

    private static string? Measure(CsvTable table)
    {
        var measure = table.Text("measure") is null ? CountedLimit.Number : table.Word("measure", Measures);
        var unit = table.Text("unit");
        if (measure == CountedLimit.Amount && unit is not (null or Yuan))
            table.Fault("unit", $"'{unit}' is no unit of an amount: {Yuan}, or nothing.");
        else if (measure == CountedLimit.Dose && unit is null)
            table.Fault("unit", "a dose needs its unit: g, mg, IU ….");
        else
            return measure;
        return null;
    }

    /// <summary>What the quantity is multiplied with; false where the row says it wrongly, which was reported.</summary>
    private static bool Multiplied(CsvTable table, ItemCodes items, string window, out string? per)
    {
        per = table.Word("per", Multipliers);
        if (per is null && table.Text("per") is not null)
            return false;
        var before = per == FrequencyLimit.PerOtherItem;
        if (before && table.NoneOf("per_item"))
            table.Fault("per_item", $"per {per} needs the item whose quantity it is.");
        else if (before && table.NoneOf("per_item_name"))
            table.Fault("per_item_name", "the item has no name for the reader.");
        else if (before && window == "24小时")
            table.Fault("window", $"per {per} counts by 单日, 周, 月, 年, N天 or 单次住院.");
        else if (!before && !table.NoneOf("per_item", "per_item_name"))
            table.Fault("per_item", $"an item is named for per {FrequencyLimit.PerOtherItem} only.");
        else if (per == FrequencyLimit.PerInpatientDay && window != StayScope)
            table.Fault("window", $"per {per} counts by {StayScope}.");
        else
            return !before || items.KnowsAny(table, "per_item", table.Text("per_item")!);
        return false;
    }

    /// <summary>The items that share the limit, with 、 between them; false where one of them is not known, which was reported.</summary>
    private static bool Group(CsvTable table, ItemCodes items, out string? group)
    {
        group = null;
        if (table.NoneOf("combined_items") != table.NoneOf("combined_name"))
        {
            table.Fault("combined_name", "combined_items and combined_name are given both or neither.");
            return false;
        }
        if (table.Text("combined_items") is not { } text)
            return true;
        var codes = text.Split('|');
        group = string.Join(Words.Separator, codes);
        return Array.TrueForAll(codes, code => items.KnowsAny(table, "combined_items", code));
    }
}
