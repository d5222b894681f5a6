using OrderCheck.Core.Orders;

namespace OrderCheck.Interop.Nhsa.Reading;

/// <summary>Takes refunds off the lines of before that they refer to.</summary>
/// <param name="lines">What is left of them stands there afterwards.</param>
internal sealed class Refunds(List<Order> lines)
{
    /// <summary>Ids of the lines of which nothing is left.</summary>
    public List<string> TakenBack { get; } = [];

    /// <summary>Refunds of lines that the request does not tell.</summary>
    public List<Order> Alone { get; } = [];

    /// <summary>False where it cannot be told from the request what it refunds, or it is more than was ordered.</summary>
    public bool Take(Order refund)
    {
        if (Find(refund) is not (>= 0 and var at))
        {
            if (!lines.Exists(line => LineIds.RxIdOf(line.Id) == refund.Id) && !TakenBack.Contains(refund.Id))
                Alone.Add(refund);
            return false;
        }
        var line = lines[at];
        var left = line.Quantity!.Value.Value - refund.Quantity!.Value.Value;
        if (left > 0)
        {
            lines[at] = line with { Quantity = line.Quantity.Value with { Value = left }, Amount = line.Amount is { } all && refund.Amount is { } back ? all - back : null };
            return true;
        }
        TakenBack.Add(line.Id);
        lines.RemoveAt(at);
        return true;
    }

    /// <summary>The line of its id; else the only one of its item and price, where there is no other that it could mean.</summary>
    private int Find(Order refund)
    {
        var byId = lines.FindIndex(line => LineIds.RxIdOf(line.Id) == refund.Id && IsOf(line, refund));
        if (byId >= 0)
            return byId;
        var only = lines.FindIndex(line => IsOf(line, refund));
        return only >= 0 && lines.FindLastIndex(line => IsOf(line, refund)) == only ? only : -1;
    }

    private static bool IsOf(Order line, Order refund) =>
        (line.ItemCode, line.ItemHospitalCode) == (refund.ItemCode, refund.ItemHospitalCode)
        && (line.ItemCode is not null || line.ItemHospitalCode is not null || line.ItemName == refund.ItemName)
        && line.Quantity is { } quantity && refund.Quantity is { } back && quantity.Unit == back.Unit && quantity.Value >= back.Value
        && (line.UnitPrice is not { } price || refund.UnitPrice is not { } other || price == other);
}
