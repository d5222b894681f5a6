namespace OrderCheck.Core.Rules.Vocabulary;

/// <summary>The encounter's money, in yuan. Rule text calls it <c>budget</c>. Null where no budget was given.</summary>
public sealed class BudgetFacts
{
    /// <summary>Cost before the judged orders.</summary>
    public decimal? Before { get; internal set; }

    /// <summary>Cost with the judged orders.</summary>
    public decimal? After { get; internal set; }

    /// <summary>What the hospital plans to spend on the group (标准成本).</summary>
    public decimal? StandardCost { get; internal set; }

    /// <summary>What the payer pays for the group (支付标准).</summary>
    public decimal? PaymentStandard { get; internal set; }
}
