namespace OrderCheck.Core.Knowledge;

/// <summary>At most so much of the item in a window of time.</summary>
public sealed class FrequencyLimit : KnowledgeRow
{
    public required decimal MaxQuantity { get; init; }

    /// <summary>What is counted, the item's billed unit; null where the source names none.</summary>
    public string? Unit { get; init; }

    /// <summary>单日, 24小时, 周, 月, N天 or 单次住院.</summary>
    public required string Window { get; init; }

    /// <summary>The N of N天; 0 elsewhere.</summary>
    public int PeriodDays { get; init; }

    internal override string Sameness => $"{MaxQuantity}|{Unit}|{Window}|{PeriodDays}";
}
