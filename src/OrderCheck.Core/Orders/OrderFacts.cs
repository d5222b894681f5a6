using OrderCheck.Core.Encounters;

namespace OrderCheck.Core.Orders;

/// <summary>An order was signed. <paramref name="Covered"/>: the cited check was complete and judged this content.</summary>
public sealed record OrderSigned(Order Order, string? CheckId, bool Covered) : Fact
{
    public override EntityKind Entity => EntityKind.Order;
}

/// <summary>Something was done to an order; the order may not be known yet (parked, joined on arrival).</summary>
public abstract record OrderActed(string OrderId, string? Reason) : Fact
{
    public override EntityKind Entity => EntityKind.OrderAction;
}

public sealed record OrderVerified(string OrderId, string? Reason) : OrderActed(OrderId, Reason);

public sealed record OrderReturned(string OrderId, string? Reason) : OrderActed(OrderId, Reason);

public sealed record OrderExecuted(string OrderId, string? Reason) : OrderActed(OrderId, Reason);

public sealed record OrderStopped(string OrderId, string? Reason) : OrderActed(OrderId, Reason);

public sealed record OrderCancelled(string OrderId, string? Reason) : OrderActed(OrderId, Reason);

/// <summary>重整: the new order inherits the old one's first use and counts.</summary>
public sealed record OrderSuperseded(string OldOrderId, string NewOrderId) : Fact
{
    public override EntityKind Entity => EntityKind.OrderAction;
}
