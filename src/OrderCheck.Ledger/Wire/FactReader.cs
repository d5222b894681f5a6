using OrderCheck.Core.Encounters;
using OrderCheck.Core.Orders;
using Proto = OrderCheck.Protocol.V1;

namespace OrderCheck.Ledger.Wire;

/// <summary>
/// Makes Core's facts of messages, strictly: every fault is collected in the <see cref="FieldReader"/>, and the facts must
/// not be used before its <see cref="FieldReader.ThrowIfMalformed"/>.
/// </summary>
public static class FactReader
{
    public const int MostOrders = 200;
    public const int MostCharges = 1000;
    public const int MostOthers = 1000;

    public static IReadOnlyList<Order> Orders(FieldReader reader, IReadOnlyList<Proto.Order> orders) =>
        reader.ReadList("orders", orders, MostOrders, static o => o.Id, OrderReader.Read);

    /// <summary>As signed orders; that a check covers them is found out later.</summary>
    public static IReadOnlyList<Fact> SignedOrders(FieldReader reader, IReadOnlyList<Proto.Order> orders, string? checkId) =>
        reader.ReadList("orders", orders, MostOrders, static o => o.Id, (r, o) => (Fact)OrderReader.Signed(OrderReader.Read(r, o), checkId, covered: false));

    public static IReadOnlyList<Fact> Charges(FieldReader reader, IReadOnlyList<Proto.Charge> charges) =>
        reader.ReadList("charges", charges, MostCharges, static c => c.Id, static (r, c) => (Fact)ChargeReader.Read(r, c));

    public static IReadOnlyList<Fact> Events(FieldReader reader, IReadOnlyList<Proto.EncounterEvent> events) =>
        reader.ReadList("events", events, MostOthers, static e => e.Id, static (r, e) => (Fact)EventReader.Read(r, e));

    public static IReadOnlyList<Fact> Actions(FieldReader reader, OrderActionKind kind, IReadOnlyList<Proto.OrderAction> actions) =>
        reader.ReadList("actions", actions, MostOthers, static a => a.Id, (r, a) => (Fact)ActionReader.Read(r, kind, a));

    public static IReadOnlyList<Fact> Supersessions(FieldReader reader, IReadOnlyList<Proto.Supersession> supersessions) =>
        reader.ReadList("supersessions", supersessions, MostOthers, static s => s.Id, static (r, s) => (Fact)ActionReader.Read(r, s));

    public static IReadOnlyList<Fact> Decisions(FieldReader reader, IReadOnlyList<Proto.Decision> decisions) =>
        reader.ReadList("decisions", decisions, MostOthers, static d => d.Id, static (r, d) => (Fact)DecisionReader.Read(r, d));
}
