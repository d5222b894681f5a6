namespace OrderCheck.Core.Orders;

/// <summary>Which order of a group (成组) carries the charges of their common route: one of them, the first by id.</summary>
internal static class RouteCarriers
{
    public static Dictionary<(string Group, string Route), string> Of(IEnumerable<Order> orders)
    {
        var carriers = new Dictionary<(string, string), string>();
        foreach (var order in orders)
        {
            if (order is not { GroupNumber: { } group, Route: { } route })
                continue;
            if (!carriers.TryGetValue((group, route), out var first) || string.CompareOrdinal(order.Id, first) < 0)
                carriers[(group, route)] = order.Id;
        }
        return carriers;
    }
}
