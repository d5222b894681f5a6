using OrderCheck.Core.Amounts;
using OrderCheck.Core.Charges;
using OrderCheck.Core.Findings;
using OrderCheck.Core.Orders;

namespace OrderCheck.Core.Checks;

/// <summary>An expected line of an order, or a billed line: what item rules run on.</summary>
internal sealed class JudgedLine
{
    public required ExpectedLine Line { get; init; }

    /// <summary>The order that is judged, or that the charge carries out; null where it is not known.</summary>
    public Order? Order { get; init; }

    /// <summary>Null where an order is judged.</summary>
    public Charge? Charge { get; init; }
    public required UseKey Key { get; init; }
    public Money? Amount { get; init; }
    public bool SelfPay { get; init; }

    /// <summary>insutype that the charge itself names.</summary>
    public string? Payer => Charge?.Payer;

    public string ItemName => Line.Item?.Name ?? Line.ItemName ?? Line.ItemCode;

    /// <summary>Rescue and operation are not interrupted: they are justified later. Nor is the automatic batch.</summary>
    public bool InformOnly => Order is { Rescue: true } or { Intraoperative: true } || Charge is { Automatic: true };

    /// <summary>The line as it was ordered before it was turned into self-pay.</summary>
    public JudgedLine BeforeSelfPay() => new()
    {
        Line = Line,
        Order = Order is null ? null : Order with { SelfPay = false },
        Charge = Charge,
        Key = Key,
        Amount = Amount,
    };

    /// <summary>The line as it was when its order was judged; null where no charge is judged, or its order is not known.</summary>
    public JudgedLine? WithoutCharge() => Charge is null || Order is null
        ? null
        : new JudgedLine { Line = Line, Order = Order, Key = Key, Amount = Amount, SelfPay = Order.SelfPay };

    public Party PartyAt(DateTimeOffset at) =>
        new(Charge is null ? Order?.Id : Charge.OrderId, Charge?.Id, Line.ItemCode.Length > 0 ? Line.ItemCode : null, ItemName, at);
}
