namespace OrderCheck.Core.Knowledge;

/// <summary>What of a whole inpatient stay the office looks after: nobody was there, somebody only waited, nothing was treated.</summary>
public sealed class StaySign : KnowledgeRow
{
    public const string Absent = "挂床";
    public const string Waiting = "压床";
    public const string Untreated = "低标准入院";

    /// <summary>挂床: days without charge, all together; 压床: days of waiting, one after the other; 低标准入院: a stay without treatment.</summary>
    public required string Sign { get; init; }

    /// <summary>挂床, 压床: so many days are not pointed out; null for 低标准入院.</summary>
    public int? MostDays { get; init; }

    /// <summary>
    /// Item codes and prefixes with | between them. 挂床, 压床: what is charged without anybody there, or while one waits; null:
    /// any charge counts. 低标准入院: what is treatment.
    /// </summary>
    public string? Items { get; init; }

    /// <summary>The same in words.</summary>
    public string? Name { get; init; }

    /// <summary>Only for these, separated by 、; null: for all.</summary>
    public string? Insurances { get; init; }

    /// <summary>What to do about it, for the reader.</summary>
    public required string Advice { get; init; }

    public bool AppliesTo(string? insurance) => Insurances is null || (insurance is not null && Words.Split(Insurances).Contains(insurance));

    internal override string Sameness => $"{Sign}|{Insurances}|{Items}";
}
