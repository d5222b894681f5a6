namespace OrderCheck.Core.Knowledge;

/// <summary>At most so much of the item in a window of time.</summary>
public sealed class FrequencyLimit : CountedLimit
{
    public const string PerInpatientDay = "住院天数";
    public const string PerOtherItem = "项目";

    /// <summary>In the row's measure; with <see cref="Per"/> the coefficient.</summary>
    public required decimal MaxQuantity { get; init; }

    /// <summary>单日, 24小时, 周, 月, 年, N天 or 单次住院.</summary>
    public required string Window { get; init; }

    /// <summary>The N of N天; 0 elsewhere.</summary>
    public int PeriodDays { get; init; }

    /// <summary>What the quantity is multiplied with: 住院天数, or 项目 (the quantity of <see cref="PerItem"/>); null: with nothing.</summary>
    public string? Per { get; init; }

    /// <summary>A code, or a prefix with '*'.</summary>
    public string? PerItem { get; init; }

    public string? PerItemName { get; init; }

    /// <summary>24 hours around each use: a window that holds the last use of a day need not hold the first.</summary>
    internal override bool LooksAtTheHour => Window == "24小时";

    internal override string Sameness => $"{MaxQuantity}|{Unit}|{Window}|{PeriodDays}{SamenessOfCount}{(Per is null ? "" : $"|{Per}|{PerItem}")}";
}
