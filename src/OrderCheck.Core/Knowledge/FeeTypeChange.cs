namespace OrderCheck.Core.Knowledge;

/// <summary>A change of who pays after which what was charged before is judged anew (费别变更).</summary>
public sealed class FeeTypeChange : KnowledgeRow
{
    private readonly string[] _to = [];

    /// <summary>To these, separated by 、: 职工, 居民 …; null: any.</summary>
    public string? To
    {
        get;
        init
        {
            field = value;
            _to = Words.Split(value);
        }
    }

    /// <summary>Whether a change to that insurance is meant.</summary>
    public bool AppliesTo(string? insurance) => To is null || (insurance is not null && _to.Contains(insurance));

    internal override string Sameness => $"{To}";
}
