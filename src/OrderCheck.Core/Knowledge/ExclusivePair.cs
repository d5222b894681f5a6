namespace OrderCheck.Core.Knowledge;

/// <summary>Two items that must not be charged together in a window of time (重复收费).</summary>
public sealed class ExclusivePair : RelationRow
{
    public required string OtherCode { get; init; }

    public required string OtherName { get; init; }

    /// <summary>单日, 单次就诊, 6小时 or 同一小时.</summary>
    public required string Window { get; init; }

    /// <summary>The row read from its other side: the judged item is the published pair's second one.</summary>
    public bool Mirrored { get; private init; }

    internal override string Sameness => $"{OtherCode}|{Window}";

    internal override string OthersName => OtherName;

    internal override string? WindowWord => Window;

    internal override bool FromOtherSide => Mirrored;

    /// <summary>The pair with its other item in view.</summary>
    internal static ExclusivePair Of(string otherCode, string otherName, string window) =>
        new() { OtherCode = otherCode, OtherName = otherName, Window = window, Others = [new RelatedItem(otherCode, false, otherName)] };

    internal override IEnumerable<RelationRow> Mirrors() =>
        [From(this, Others[0], new ExclusivePair { OtherCode = ItemCode, OtherName = ItemName, Window = Window, Mirrored = true })];
}
