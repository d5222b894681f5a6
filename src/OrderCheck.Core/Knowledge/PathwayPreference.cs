namespace OrderCheck.Core.Knowledge;

/// <summary>Which items a clinical pathway uses first (优先使用) of a class, of a generic name or of a list.</summary>
public sealed class PathwayPreference : RelationRow
{
    private readonly string[] _also = [];

    /// <summary>Code of the <see cref="ClinicalPathway"/>.</summary>
    public required string Pathway { get; init; }

    /// <summary>What the items are chosen among: "预防用抗菌药物".</summary>
    public required string ClassName { get; init; }

    /// <summary>Further items of the choice: codes, or prefixes with '*', separated by 、; null: none.</summary>
    public string? AlsoItems
    {
        get;
        init
        {
            field = value;
            _also = Words.Split(value);
        }
    }

    /// <summary>The preferred ones that the catalogue has, the first to be used first.</summary>
    internal string[] PreferredCodes { get; init; } = [];

    internal override IReadOnlyList<string> SharedWith => _also;

    internal override string OthersName => ClassName;

    internal override string Sameness => $"{Pathway}|{ClassName}";

    /// <summary>Whether that item is one of those to be used first.</summary>
    public bool Prefers(string code)
    {
        foreach (ref readonly var preferred in Others.AsSpan())
        {
            if (preferred.Matches(code))
                return true;
        }
        return false;
    }
}
