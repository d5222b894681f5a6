namespace OrderCheck.Core.Knowledge;

/// <summary>An item of a set of which only one may be charged in a window of time (重复收费): grades of care, kinds of bed.</summary>
public sealed class ExclusiveSet : GroupedRow
{
    public required string SetName { get; init; }

    /// <summary>单日, 单次就诊, 6小时 or 同一小时.</summary>
    public required string Window { get; init; }

    internal override string Group => SetName;

    internal override string Agreement => Window;

    internal override string? WindowWord => Window;

    internal override string Sameness => $"{SetName}|{Window}";
}
