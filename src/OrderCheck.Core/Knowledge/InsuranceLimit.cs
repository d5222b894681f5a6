namespace OrderCheck.Core.Knowledge;

/// <summary>The item is paid by these insurance types only.</summary>
public sealed class InsuranceLimit : KnowledgeRow
{
    private readonly string[] _allowed = [];

    /// <summary>职工, 居民, 工伤, 生育: several are separated by 、.</summary>
    public required string Insurance
    {
        get;
        init
        {
            field = value;
            _allowed = Words.Split(value);
        }
    }

    internal override string Sameness => Insurance;

    /// <summary>Whether that insurance (职工 …) pays for the item.</summary>
    public bool Allows(string insurance) => _allowed.Contains(insurance);
}
