using OrderCheck.Core.Amounts;

namespace OrderCheck.Core.Settlement;

/// <summary>One 收费项目类别 of the list.</summary>
/// <param name="Category">med_chrgitm_type: 01 床位费 … 14 其他费.</param>
public sealed record ListedCategory(string Category, Money Amount)
{
    /// <summary>claa_sumfee (甲类); null: not filled in.</summary>
    public Money? ClassA { get; init; }

    /// <summary>clab_amt (乙类); null: not filled in.</summary>
    public Money? ClassB { get; init; }

    /// <summary>fulamt_ownpay_amt (自费); null: not filled in.</summary>
    public Money? SelfPaid { get; init; }

    /// <summary>oth_amt (其他); null: not filled in.</summary>
    public Money? Other { get; init; }
}
