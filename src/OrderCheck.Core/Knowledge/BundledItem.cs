namespace OrderCheck.Core.Knowledge;

/// <summary>An item that is charged along with another one as a matter of routine (打包检查、套用项目): it needs an order of its own.</summary>
public sealed class BundledItem : RelationRow
{
    /// <summary>What it is charged along with.</summary>
    public required string OtherName { get; init; }

    /// <summary>单日, 单次就诊, 6小时 or 同一小时.</summary>
    public required string Window { get; init; }

    internal override string OthersName => OtherName;

    internal override string? WindowWord => Window;

    internal override string Sameness => $"{OtherName}|{Window}";
}
