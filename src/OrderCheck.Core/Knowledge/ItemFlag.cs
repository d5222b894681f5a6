namespace OrderCheck.Core.Knowledge;

/// <summary>A badge that the item carries (标识): no limit, no answer asked.</summary>
public sealed class ItemFlag : KnowledgeRow
{
    /// <summary>重点监控, 高值耗材, 国谈, 集采 …: what badges are filtered by.</summary>
    public required string Kind { get; init; }

    /// <summary>What the badge says.</summary>
    public required string Text { get; init; }

    /// <summary>Only where the unit price is over so many yuan; null: always.</summary>
    public decimal? OverPrice { get; init; }

    internal override string Sameness => $"{Kind}|{Text}|{OverPrice}";
}
