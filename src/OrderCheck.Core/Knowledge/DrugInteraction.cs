namespace OrderCheck.Core.Knowledge;

/// <summary>Two drugs, or classes by code prefix, that do not go together on the same day or so many days apart (药品相互作用).</summary>
public sealed class DrugInteraction : RelationRow
{
    public required string OtherName { get; init; }

    /// <summary>禁忌: never together; 慎用: with care.</summary>
    public required string Level { get; init; }

    /// <summary>So many calendar days must lie between them; 0: not on the same day.</summary>
    public int DaysApart { get; init; }

    /// <summary>What happens.</summary>
    public required string Effect { get; init; }

    /// <summary>The row read from its other side.</summary>
    public bool Mirrored { get; private init; }

    /// <summary>单日, or 前后N天 where days must lie between them.</summary>
    public string Window => DaysApart == 0 ? "单日" : "前后N天";

    internal override string OthersName => OtherName;

    internal override int WindowDays => DaysApart;

    internal override bool FromOtherSide => Mirrored;

    internal override string Sameness => $"{OtherName}|{Level}|{DaysApart}";

    internal override IEnumerable<RelationRow> Mirrors() => Others.Select(other => From(this, other, new DrugInteraction
    {
        OtherName = ItemName,
        Level = Level,
        DaysApart = DaysApart,
        Effect = Effect,
        Mirrored = true,
    }));
}
