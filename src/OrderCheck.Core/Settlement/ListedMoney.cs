using OrderCheck.Core.Amounts;

namespace OrderCheck.Core.Settlement;

/// <summary>四、医疗收费信息, but for the categories. Null: not filled in.</summary>
public sealed record ListedMoney
{
    /// <summary>金额合计.</summary>
    public Money? Total { get; init; }

    /// <summary>fund_payamt, all funds together.</summary>
    public Money? Funds { get; init; }

    /// <summary>acct_pay (个人账户支出).</summary>
    public Money? Account { get; init; }

    /// <summary>psn_cashpay (个人现金支付).</summary>
    public Money? Cash { get; init; }

    /// <summary>psn_selfpay (个人自付).</summary>
    public Money? OwnShare { get; init; }

    /// <summary>psn_ownpay (个人自费).</summary>
    public Money? SelfPaid { get; init; }
}
