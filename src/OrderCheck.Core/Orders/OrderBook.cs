using System.Collections.Immutable;

namespace OrderCheck.Core.Orders;

/// <summary>
/// The encounter's orders by id, with what was said about orders that nobody has signed yet: that waits here and is joined
/// when the order arrives.
/// </summary>
public sealed record OrderBook
{
    public static readonly OrderBook Empty = new();

    public ImmutableDictionary<string, OrderState> Orders { get; private init; } = ImmutableDictionary<string, OrderState>.Empty;

    /// <summary>Actions on unknown orders, by order id, in the order they were recorded.</summary>
    public ImmutableDictionary<string, ImmutableList<OrderActed>> Parked { get; private init; } =
        ImmutableDictionary<string, ImmutableList<OrderActed>>.Empty;

    /// <summary>By the old order's id.</summary>
    private ImmutableDictionary<string, OrderSuperseded> Supersessions { get; init; } = ImmutableDictionary<string, OrderSuperseded>.Empty;

    /// <summary>New order's id to the old one's.</summary>
    private ImmutableDictionary<string, string> Continues { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>The order of that id, or the one that was checked under it as a draft.</summary>
    public OrderState? Find(string id) => Orders.GetValueOrDefault(id);

    public int ActiveCount => Orders.Values.Count(order => order.Active);

    public OrderBook With(OrderSigned signed)
    {
        var order = signed.Order;
        var known = Find(order.Id);
        if (known is not null && known.Order.Revision > order.Revision)
            return this;
        var state = new OrderState
        {
            Order = order,
            SignedAt = signed.OccurredAt,
            Status = OrderStatus.Signed,
            Executions = known?.Executions ?? 0,
        }.In(RootOf(order.Id), FirstStart(order));
        foreach (var action in Parked.GetValueOrDefault(order.Id, []))
            state = state.After(action);
        if (Supersessions.GetValueOrDefault(order.Id) is { } superseded)
            state = state.SupersededAt(superseded.OccurredAt, superseded.NewOrderId);
        var book = this with { Orders = Orders.SetItem(order.Id, state), Parked = Parked.Remove(order.Id) };
        return Continues.IsEmpty ? book : book.Rechained();
    }

    public OrderBook With(OrderActed action) =>
        Find(action.OrderId) is { } order
            ? this with { Orders = Orders.SetItem(action.OrderId, order.After(action)) }
            : this with { Parked = Parked.SetItem(action.OrderId, Parked.GetValueOrDefault(action.OrderId, []).Add(action)) };

    public OrderBook With(OrderSuperseded superseded)
    {
        var book = this with
        {
            Supersessions = Supersessions.SetItem(superseded.OldOrderId, superseded),
            Continues = Continues.SetItem(superseded.NewOrderId, superseded.OldOrderId),
        };
        if (Find(superseded.OldOrderId) is { } old)
            book = book with { Orders = book.Orders.SetItem(old.Order.Id, old.SupersededAt(superseded.OccurredAt, superseded.NewOrderId)) };
        return book.Rechained();
    }

    /// <summary>The first id of the chain of re-issues that ends with this one.</summary>
    public string RootOf(string orderId)
    {
        // A chain that bites its own tail is a HIS's mistake: stop after as many steps as there are links.
        for (var steps = 0; steps < Continues.Count && Continues.TryGetValue(orderId, out var older); steps++)
            orderId = older;
        return orderId;
    }

    private OrderBook Rechained()
    {
        var orders = Orders.ToBuilder();
        foreach (var newer in Continues.Keys)
        {
            if (Find(newer) is { } order)
                orders[newer] = order.In(RootOf(newer), FirstStart(order.Order));
        }
        return this with { Orders = orders.ToImmutable() };
    }

    private DateTimeOffset FirstStart(Order order) =>
        Find(RootOf(order.Id)) is { } root && root.Order.StartAt < order.StartAt ? root.Order.StartAt : order.StartAt;
}
