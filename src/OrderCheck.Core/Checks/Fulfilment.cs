using OrderCheck.Core.Charges;
using OrderCheck.Core.Orders;

namespace OrderCheck.Core.Checks;

/// <summary>What charges of one item can fulfil of the plan: those that name an order, and those that name none, by day.</summary>
internal sealed class Fulfilment
{
    private readonly Dictionary<(string Root, int Day), decimal> _linked = [];
    private readonly Dictionary<int, decimal> _free = [];

    /// <param name="firstDay">Charges of other days than these fulfil nothing of the plan.</param>
    public Fulfilment(ReadOnlySpan<ItemUse> billed, OrderBook orders, int firstDay, int lastDay)
    {
        foreach (ref readonly var use in billed)
        {
            if (use.Day < firstDay || use.Day > lastDay)
                continue;
            if (use.OrderId is { } order)
            {
                var key = (orders.RootOf(order), use.Day);
                _linked[key] = _linked.GetValueOrDefault(key) + use.Quantity;
            }
            else
            {
                _free[use.Day] = _free.GetValueOrDefault(use.Day) + use.Quantity;
            }
        }
    }

    /// <summary>What is left of the execution after the charges of its own order on its day.</summary>
    public decimal TakeLinked(in PlannedEntry entry) => Take(_linked, (entry.Root, entry.Use.Day), entry.Use.Quantity);

    public decimal TakeFree(int day, decimal quantity) => Take(_free, day, quantity);

    private static decimal Take<TKey>(Dictionary<TKey, decimal> stock, TKey key, decimal wanted)
        where TKey : notnull
    {
        if (!stock.TryGetValue(key, out var there) || there <= 0)
            return wanted;
        var taken = Math.Min(there, wanted);
        stock[key] = there - taken;
        return wanted - taken;
    }
}
