using OrderCheck.Core.Amounts;
using OrderCheck.Core.Catalogue;
using OrderCheck.Core.Charges;
using OrderCheck.Core.Settlement;

namespace OrderCheck.Core.Checks;

/// <summary>Whether the amounts of a settlement list fit each other and what was charged, exact to what is allowed.</summary>
internal sealed class ListedAmounts(SettlementList list, Totals charged, CodeTables codes)
{
    private readonly ListedMoney _money = list.Money;

    public string? Sums(decimal tolerance)
    {
        var misfits = new Misfits();
        if (list.Categories.Count == 0 || _money.Total is not { } total)
            misfits.CannotTell();
        else
            Compare(misfits, "各类费用之和", Sum(list.Categories.Select(static entry => entry.Amount)), "金额合计", total, tolerance);
        foreach (var entry in list.Categories)
        {
            if (entry is { ClassA: { } a, ClassB: { } b, SelfPaid: { } own, Other: { } other })
                Compare(misfits, $"{NameOf(entry.Category)}的甲类、乙类、自费、其他之和", a + b + own + other, "该类金额", entry.Amount, tolerance);
        }
        return misfits.Text;
    }

    public string? Payments(decimal tolerance)
    {
        var misfits = new Misfits();
        if (_money is { Total: { } total, Funds: { } funds, Account: { } account, Cash: { } cash })
        {
            Compare(misfits, "基金、个人账户、个人现金支付之和", funds + account + cash, "金额合计", total, tolerance);
            if (_money is { OwnShare: { } share, SelfPaid: { } self })
                Compare(misfits, "个人账户与个人现金支付之和", account + cash, "个人自付与个人自费之和", share + self, tolerance);
            else
                misfits.CannotTell();
        }
        else
        {
            misfits.CannotTell();
        }
        return misfits.Text;
    }

    public string? Total(decimal tolerance)
    {
        if (_money.Total is not { } total)
            return null;
        var misfits = new Misfits();
        Compare(misfits, "清单金额合计", total, "收费明细合计", charged.Total, tolerance);
        return misfits.Text;
    }

    public string? Categories(decimal tolerance)
    {
        // Lines of no known category may be of any: they could make up for each difference.
        if (list.Categories.Count == 0 || charged.ByCategory.GetValueOrDefault("") != Money.Zero)
            return null;
        var misfits = new Misfits();
        var listed = list.Categories.ToDictionary(static entry => entry.Category, static entry => entry.Amount, StringComparer.Ordinal);
        foreach (var category in listed.Keys.Union(charged.ByCategory.Keys).Where(static category => category.Length > 0).Order(StringComparer.Ordinal))
            Compare(misfits, $"{NameOf(category)}：清单", listed.GetValueOrDefault(category), "明细", charged.ByCategory.GetValueOrDefault(category), tolerance);
        return misfits.Text;
    }

    private string NameOf(string category) => codes.Categories.TryGetValue(category, out var known) ? known.Name : category;

    private static Money Sum(IEnumerable<Money> amounts) => amounts.Aggregate(Money.Zero, static (sum, amount) => sum + amount);

    private static void Compare(Misfits misfits, string what, Money one, string than, Money other, decimal tolerance)
    {
        var apart = one > other ? one - other : other - one;
        misfits.AddIf(apart.ToYuan() > tolerance, $"{what}{one}元，{than}{other}元，相差{apart}元");
    }
}
