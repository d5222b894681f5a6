namespace OrderCheck.Core.Knowledge;

/// <summary>An item that is charged only where an order asks for it (虚记、多记).</summary>
public sealed class ChargeOrderNeed : KnowledgeRow
{
    private readonly string[] _kinds = [];

    /// <summary>药品, 饮片, 项目, 耗材, separated by 、; null: all.</summary>
    public string? Kinds
    {
        get;
        init
        {
            field = value;
            _kinds = Words.Split(value);
        }
    }

    /// <summary>Whether items of that kind need an order.</summary>
    public bool AppliesTo(string? kind) => Kinds is null || (kind is not null && _kinds.Contains(kind));

    internal override string Sameness => $"{Kinds}";
}
