namespace OrderCheck.Core.Knowledge;

/// <summary>A part of what one item includes (分解收费): so many different parts in the window stand for the whole.</summary>
public sealed class PackagePart : GroupedRow
{
    /// <summary>The item that should be charged, unique in the file.</summary>
    public required string WholeName { get; init; }

    /// <summary>The whole's catalogue code; null where the catalogue has none.</summary>
    public string? WholeCode { get; init; }

    /// <summary>So many different parts are the whole, at least 2.</summary>
    public required int MinParts { get; init; }

    /// <summary>单日, 单次就诊, 6小时 or 同一小时.</summary>
    public required string Window { get; init; }

    internal override string Group => WholeName;

    internal override string Agreement => $"{MinParts}, {Window}";

    internal override string? WindowWord => Window;

    internal override string? ToldOnceAs => WholeName;

    internal override string Sameness => $"{WholeName}|{MinParts}|{Window}";
}
