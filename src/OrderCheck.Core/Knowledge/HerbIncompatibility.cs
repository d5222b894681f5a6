namespace OrderCheck.Core.Knowledge;

/// <summary>Two herb pieces that are not prescribed together (中药饮片配伍禁忌: 十八反、十九畏).</summary>
public sealed class HerbIncompatibility : RelationRow
{
    public required string OtherName { get; init; }

    /// <summary>十八反, 十九畏 or 其他.</summary>
    public required string Canon { get; init; }

    /// <summary>The row read from its other side.</summary>
    public bool Mirrored { get; private init; }

    internal override string OthersName => OtherName;

    internal override bool FromOtherSide => Mirrored;

    internal override string Sameness => $"{OtherName}|{Canon}";

    internal override IEnumerable<RelationRow> Mirrors() =>
        Others.Select(other => From(this, other, new HerbIncompatibility { OtherName = ItemName, Canon = Canon, Mirrored = true }));
}
