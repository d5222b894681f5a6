namespace OrderCheck.Core.Knowledge;

/// <summary>A point of the budget at which somebody is told, once (预算进度).</summary>
public sealed class BudgetThreshold : KnowledgeRow
{
    /// <summary>标准成本 or 支付标准: what the percentage is of.</summary>
    public required string Basis { get; init; }

    public required decimal Percent { get; init; }

    internal override string Sameness => $"{Basis}|{Percent}";
}
