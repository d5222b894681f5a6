namespace OrderCheck.Core.Knowledge;

/// <summary>What a clinical pathway says of an item on some days: required, optional, not needed, or that its list is closed.</summary>
public sealed class PathwayItem : KnowledgeRow
{
    public const string Required = "必选";
    public const string Optional = "可选";
    public const string NotNeeded = "不需要";

    /// <summary>Of the row's items those alone are used that other rows of the pathway list as required or optional on the day.</summary>
    public const string ListedOnly = "限所列";

    public const string FromAdmission = "入院";
    public const string AroundOperation = "手术";

    private readonly string[] _also = [];

    /// <summary>Code of the <see cref="ClinicalPathway"/>.</summary>
    public required string Pathway { get; init; }

    /// <summary>"术前准备"; null where the stage has no name.</summary>
    public string? Stage { get; init; }

    /// <summary>入院: the day of admission is 1, the day before it 0. 手术: the day of the operation is 0, the day before it -1.</summary>
    public required string CountedFrom { get; init; }

    public bool FromOperation => CountedFrom == AroundOperation;

    /// <summary>First day, included.</summary>
    public required int FromDay { get; init; }

    /// <summary>Last day, included.</summary>
    public required int ToDay { get; init; }

    /// <summary>必选, 可选, 不需要 or 限所列.</summary>
    public required string Need { get; init; }

    /// <summary>Of a required item: on each of the days, not once in all of them.</summary>
    public bool EachDay { get; init; }

    /// <summary>Whoever treats the patient can keep to it (可控): what differs asks for a reason.</summary>
    public required bool Controllable { get; init; }

    /// <summary>Items that do as well: codes, or prefixes with '*', separated by 、; null: none.</summary>
    public string? AlsoItems
    {
        get;
        init
        {
            field = value;
            _also = Words.Split(value);
        }
    }

    internal bool IsListed => Need is Required or Optional;

    internal override IReadOnlyList<string> SharedWith => _also;

    /// <summary>What is required or optional is read beside the row that is applied, by the rules of the whole pathway.</summary>
    internal override KnowledgeKind? ReadThrough => IsListed ? KnowledgeKind.Pathways : null;

    internal override string Sameness => $"{Pathway}|{CountedFrom}|{FromDay}|{ToDay}|{Need}";

    /// <summary>Whether that day is one of its days; false where it is not known.</summary>
    public bool Covers(int? day) => day is { } known && known >= FromDay && known <= ToDay;

    /// <summary>By how many characters the row names the item: the longer of two rows is the more particular; 0 where it does not name it.</summary>
    internal int Particularity(string code)
    {
        var longest = IsNamed(ItemCode, IsPrefix, code) ? ItemCode.Length : 0;
        foreach (var also in _also)
        {
            if (Names(also, code))
                longest = Math.Max(longest, also.EndsWith('*') ? also.Length - 1 : also.Length);
        }
        return longest;
    }

    private static bool IsNamed(string own, bool isPrefix, string code) => isPrefix ? code.StartsWith(own, StringComparison.Ordinal) : code == own;
}
