using OrderCheck.Core.Charges;
using OrderCheck.Core.Encounters;
using OrderCheck.Core.Orders;

namespace OrderCheck.Core.Rules.Cases.Reading;

/// <summary>A case's history while it is read: ids that a case leaves open follow each other.</summary>
internal sealed class CaseHistory
{
    private readonly Dictionary<string, Order> _orders = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Charge> _charges = new(StringComparer.Ordinal);
    private int _events;

    public List<Fact> Facts { get; } = [];
    public List<EarlierDecision> Decisions { get; } = [];

    /// <summary>When facts were recorded that were not when they happened, by their place in the history.</summary>
    public Dictionary<int, DateTimeOffset> Recorded { get; } = [];

    /// <summary>The facts from that place on were recorded then.</summary>
    public void Record(int from, DateTimeOffset at)
    {
        for (var place = from; place < Facts.Count; place++)
            Recorded[place] = at;
    }

    public string NextEvent() => $"事件{++_events}";

    public string NextOrder() => $"医嘱{_orders.Count + 1}";

    public string NextCharge() => $"费用{_charges.Count + 1}";

    public void Know(Order order) => _orders[order.Id] = order;

    public void Know(Charge charge) => _charges[charge.Id] = charge;

    public Order? Order(string id) => _orders.GetValueOrDefault(id);

    public Charge? Charge(string id) => _charges.GetValueOrDefault(id);

    public string NoOrder(string id) => $"'{id}' is no order of this case. Orders are {List(_orders.Keys)}.";

    public string NoCharge(string id) => $"'{id}' is no charge of this case. Charges are {List(_charges.Keys)}.";

    private static string List(IEnumerable<string> ids)
    {
        var list = string.Join(", ", ids);
        return list.Length == 0 ? "none" : list;
    }
}
