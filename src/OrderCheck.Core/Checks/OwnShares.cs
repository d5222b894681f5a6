using OrderCheck.Core.Amounts;

namespace OrderCheck.Core.Checks;

/// <summary>What the patient pays of the judged lines, badge by badge and in all.</summary>
/// <param name="badges">Whether each line's share is shown as a badge, too.</param>
internal sealed class OwnShares(Verdicts verdicts, bool badges)
{
    private decimal _sum;
    private bool _unknown;

    /// <summary>Null where the share of any line is not known: a part of it would look like the whole.</summary>
    public Money? Total => !_unknown && Money.TryFromYuan(_sum, out var total) ? total : null;

    /// <param name="knownRatio">By insurance, level and date; null where nobody says.</param>
    /// <param name="selfPaidVisit">The visit is not insured: the patient pays all, and no badge says so line by line.</param>
    public void Add(JudgedLine line, bool selfPaidVisit, decimal? knownRatio)
    {
        var itemClass = line.Charge?.ItemClass is { } code ? Catalogue.ItemClasses.NameOf(code) : line.Line.Item?.Class;
        var ratio = knownRatio ?? (itemClass == "甲" ? 0 : null);
        var all = selfPaidVisit || line.SelfPay || itemClass == "丙";
        var share = line.Amount is not { } amount ? null : all ? amount : ratio is { } part ? Part(amount, part) : (Money?)null;
        if (share is { } known)
            _sum += known.ToYuan();
        else if (all || ratio != 0)
            _unknown = true;

        if (selfPaidVisit || !badges)
            return;
        if (line.SelfPay)
            verdicts.AddFlag("自费", "已转自费", line, share);
        else if (itemClass == "丙")
            verdicts.AddFlag("自费", "丙类，全额自费", line, share);
        else if (itemClass == "乙")
            verdicts.AddFlag("乙类", ratio is { } r ? $"乙类，个人先行自付{r * 100:0.##}%" : "乙类，个人先行自付比例未知", line, share);
    }

    private static Money Part(Money amount, decimal ratio) => amount.TimesToFen(ratio);
}
