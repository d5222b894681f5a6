namespace OrderCheck.Core.Knowledge;

/// <summary>The fund pays no more than so many yuan for the item (限定报销总额).</summary>
public sealed class TotalLimit : CountedLimit
{
    /// <summary>Yuan.</summary>
    public required decimal MaxAmount { get; init; }

    /// <summary>单次住院 or 年.</summary>
    public required string Window { get; init; }

    internal override string Sameness => $"{MaxAmount}|{Window}{SamenessOfCount}";
}
