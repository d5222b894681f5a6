namespace OrderCheck.Core.Knowledge;

/// <summary>For how long the item is paid (支付疗程).</summary>
public sealed class CourseLimit : CountedLimit
{
    /// <summary>Days with use, at most.</summary>
    public int? MaxDays { get; init; }

    /// <summary>Days from the first use on, both ends counted, at most.</summary>
    public int? MaxSpanDays { get; init; }

    /// <summary>Days between one use and the next, at least.</summary>
    public int? MinIntervalDays { get; init; }

    /// <summary>单次住院 or 周期: where days with use are counted.</summary>
    public required string Scope { get; init; }

    /// <summary>The days of a 周期; 0 elsewhere.</summary>
    public int PeriodDays { get; init; }

    internal override string Sameness => $"{MaxDays}|{MaxSpanDays}|{MinIntervalDays}|{Scope}|{PeriodDays}{SamenessOfCount}";
}
