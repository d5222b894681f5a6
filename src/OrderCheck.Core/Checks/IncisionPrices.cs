using OrderCheck.Core.Amounts;
using OrderCheck.Core.Charges;
using OrderCheck.Core.Hospitals;
using OrderCheck.Core.Knowledge;

namespace OrderCheck.Core.Checks;

/// <summary>
/// What the operations through one incision are billed for. Of those of one operation the one with the highest price may be
/// billed whole, whichever of them is billed first.
/// </summary>
internal sealed class IncisionPrices(HospitalDictionary dictionary, Timelines timelines, Surroundings around)
{
    private const int PercentDecimals = 2;

    /// <summary>The dearest of the others that is billed whole; null where there is none.</summary>
    public UseKey? Dearest { get; private set; }

    /// <summary>Its use.</summary>
    public ItemUse Use { get; private set; }

    /// <summary>The judged line's own operation is dearer: the other one is to be discounted.</summary>
    public bool OwnIsDearer { get; private set; }

    /// <summary>In percent of the hospital's price of whole operations; half an operation at the whole price is 50 %.</summary>
    public decimal? ShareOf(string itemCode, DateOnly day, decimal quantity, Money amount)
    {
        if (dictionary.PriceOf(itemCode, day) is not { Micros: > 0 } price)
            return null;
        var whole = price.ToYuan() * Math.Max(1, decimal.Ceiling(quantity));
        return decimal.Round(amount.ToYuan() * 100 / whole, PercentDecimals);
    }

    /// <summary>Whether an operation of the group is billed for more than its share, in the line's own operation; null where no price says.</summary>
    public bool? AnyUndiscounted(JudgedLine line, IncisionGroup row, in UseWindow window)
    {
        Dearest = null;
        var (unknown, highest) = (false, -1L);
        foreach (var key in around.Of(row.Others))
        {
            var uses = timelines.BilledOf(key);
            for (var i = 0; i < uses.Length;)
            {
                var use = uses[i];
                var (quantity, amount) = Net(uses, ref i);
                if (quantity <= 0 || !window.Holds(use.At) || !SameOperation(line, use.OrderId))
                    continue;
                var share = ShareOf(key.ItemCode, DateOnly.FromDayNumber(use.Day), quantity, Money.FromMicros(amount));
                unknown |= share is null;
                var price = dictionary.PriceOf(key.ItemCode, DateOnly.FromDayNumber(use.Day))?.Micros ?? 0;
                if (share > row.Rate && (price > highest || (price == highest && string.CompareOrdinal(key.ItemCode, Dearest?.ItemCode) < 0)))
                    (Dearest, Use, highest) = (key, use, price);
            }
        }
        if (Dearest is not { } dearest)
            return unknown ? null : false;
        var own = dictionary.PriceOf(line.Key.ItemCode, around.Day)?.Micros ?? 0;
        OwnIsDearer = own > highest || (own == highest && string.CompareOrdinal(line.Key.ItemCode, dearest.ItemCode) < 0);
        return true;
    }

    /// <summary>A charge and what was taken back of it are at the same moment.</summary>
    private static (decimal Quantity, long Amount) Net(ReadOnlySpan<ItemUse> uses, ref int place)
    {
        var (at, quantity, amount) = (uses[place].At, 0m, 0L);
        for (; place < uses.Length && uses[place].At == at; place++)
        {
            quantity += uses[place].Quantity;
            amount += uses[place].AmountMicros;
        }
        return (quantity, amount);
    }

    /// <summary>Two operations on a day are told apart by the groups of their orders, where both name one.</summary>
    private bool SameOperation(JudgedLine line, string? otherOrder) =>
        line.Order?.GroupNumber is not { } own
        || otherOrder is null
        || timelines.Orders.Find(otherOrder)?.Order.GroupNumber is not { } other
        || own == other;
}
