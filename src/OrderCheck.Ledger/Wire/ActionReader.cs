using OrderCheck.Core.Orders;
using Proto = OrderCheck.Protocol.V1;

namespace OrderCheck.Ledger.Wire;

internal static class ActionReader
{
    public const int LongestReason = 500;

    public static OrderActed Read(FieldReader reader, OrderActionKind kind, Proto.OrderAction action)
    {
        var id = reader.Id("id", action.Id);
        var order = reader.Id("order_id", action.OrderId);
        var at = reader.Time("occurred_at", action.OccurredAt);
        var reason = reader.Text("reason", action.Reason, LongestReason);
        return kind switch
        {
            OrderActionKind.Verify => new OrderVerified(order, reason) { Id = id, OccurredAt = at },
            OrderActionKind.Return => new OrderReturned(order, reason) { Id = id, OccurredAt = at },
            OrderActionKind.Execute => new OrderExecuted(order, reason) { Id = id, OccurredAt = at },
            OrderActionKind.Stop => new OrderStopped(order, reason) { Id = id, OccurredAt = at },
            OrderActionKind.Cancel => new OrderCancelled(order, reason) { Id = id, OccurredAt = at },
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such action."),
        };
    }

    public static OrderSuperseded Read(FieldReader reader, Proto.Supersession supersession)
    {
        var oldOrder = reader.Id("old_order_id", supersession.OldOrderId);
        var newOrder = reader.Id("new_order_id", supersession.NewOrderId);
        if (oldOrder == newOrder && oldOrder.Length > 0)
            reader.Refuse("new_order_id", $"{FieldReader.Quote(newOrder)} is the old order's id too", "the id of the re-issue");
        return new OrderSuperseded(oldOrder, newOrder)
        {
            Id = reader.Id("id", supersession.Id),
            OccurredAt = reader.Time("occurred_at", supersession.OccurredAt),
        };
    }
}
