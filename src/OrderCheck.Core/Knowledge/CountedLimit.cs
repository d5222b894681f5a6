namespace OrderCheck.Core.Knowledge;

/// <summary>A limit on how much is used of an item, or of several items that share it.</summary>
public abstract class CountedLimit : KnowledgeRow
{
    public const string Number = "数量";
    public const string Amount = "金额";
    public const string Dose = "剂量";

    private readonly string[] _combined = [];

    /// <summary>数量 in the billed unit, 金额 in yuan, or 剂量 in <see cref="Unit"/> by strength and unit table.</summary>
    public string Measure { get; init; } = Number;

    /// <summary>What is counted; null where the source names none.</summary>
    public string? Unit { get; init; }

    /// <summary>The items that share the limit with the row's own: codes, or prefixes with '*', separated by 、; null: none.</summary>
    public string? CombinedItems
    {
        get;
        init
        {
            field = value;
            _combined = Words.Split(value);
        }
    }

    /// <summary>What the reader calls them together: "床位费合计".</summary>
    public string? CombinedName { get; init; }

    internal override IReadOnlyList<string> SharedWith => _combined;

    /// <summary>The judged item alone is counted, in its billed unit.</summary>
    internal bool CountsItemAlone => _combined.Length == 0 && Measure == Number;

    internal bool IsCombined => _combined.Length > 0;

    /// <summary>Nothing where the item alone is counted, so that such rows are the same rows as before there were others.</summary>
    private protected string SamenessOfCount => CountsItemAlone ? "" : $"|{Measure}|{CombinedItems}";
}
