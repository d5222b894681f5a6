namespace OrderCheck.Core.Knowledge;

/// <summary>
/// The item is used with another one only (药品、耗材与项目不符, 加收 without its main item): any of the others must be there
/// in the window.
/// </summary>
public sealed class RequiredCompanion : RelationRow
{
    /// <summary>What must also be there.</summary>
    public required string OtherName { get; init; }

    /// <summary>单日, 单次就诊, 6小时, 同一小时 or 前后N天.</summary>
    public required string Window { get; init; }

    /// <summary>The N of 前后N天; 0 elsewhere.</summary>
    public int PeriodDays { get; init; }

    /// <summary>So many of the item, in its billed unit, with one of the others at most; null: any number.</summary>
    public decimal? MostPerOther { get; init; }

    internal override string OthersName => OtherName;

    internal override string? WindowWord => Window;

    internal override int WindowDays => PeriodDays;

    internal override string Sameness => $"{OtherName}|{Window}|{PeriodDays}|{MostPerOther}";
}
