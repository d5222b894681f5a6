using OrderCheck.Core.Charges;
using OrderCheck.Core.Encounters;
using OrderCheck.Core.Hospitals;
using OrderCheck.Core.Rules;

namespace OrderCheck.Core.Orders;

/// <summary>
/// What the encounter's signed orders are going to use, under one release and dictionary on one day. Kept beside the
/// state it was made of, since every check of the state needs it.
/// </summary>
internal sealed class OrderPlan
{
    private readonly Release _release;
    private readonly HospitalDictionary _dictionary;
    private readonly DateOnly _today;
    private readonly Dictionary<UseKey, List<PlannedEntry>> _entries = [];

    private OrderPlan(Release release, HospitalDictionary dictionary, DateOnly today) =>
        (_release, _dictionary, _today) = (release, dictionary, today);

    /// <summary>The order that carries a group's route charges.</summary>
    public Dictionary<(string Group, string Route), string> Carriers { get; private init; } = [];

    public IEnumerable<UseKey> Keys => _entries.Keys;

    public List<PlannedEntry>? Find(UseKey key) => _entries.GetValueOrDefault(key);

    public bool IsFor(Release release, HospitalDictionary dictionary, DateOnly today) =>
        ReferenceEquals(_release, release) && ReferenceEquals(_dictionary, dictionary) && _today == today;

    public static OrderPlan Make(EncounterState state, Release release, HospitalDictionary dictionary, DateTimeOffset now)
    {
        var planned = state.Orders.Orders.Values.Where(order => order.Planned).OrderBy(order => order.Order.Id, StringComparer.Ordinal).ToList();
        var plan = new OrderPlan(release, dictionary, dictionary.Hospital.TimeZone.Day(now))
        {
            Carriers = RouteCarriers.Of(planned.Select(order => order.Order)),
        };
        foreach (var order in planned)
            plan.Add(state, order, now);
        return plan;
    }

    private void Add(EncounterState state, OrderState order, DateTimeOffset now)
    {
        var endedAt = order.EndedAt;
        // A re-issue that starts before the order it continues was ended takes over from its start.
        if (order.SupersededBy is { } newer && state.Orders.Find(newer) is { Planned: true } successor)
            endedAt = successor.Order.StartAt < endedAt ? successor.Order.StartAt : endedAt;
        // An ended long-term order is no longer open: its plan is its last day's, up to the end.
        var expansion = OrderExpansion.Expand(order.Order, _release, _dictionary, endedAt < now ? endedAt.Value : now, Carries(order.Order, Carriers));
        foreach (var line in expansion.Lines)
        {
            foreach (var use in line.Uses)
            {
                if (endedAt is null || use.At < endedAt)
                    EntriesOf(new UseKey(order.Order.InfantNo, line.ItemCode)).Add(new PlannedEntry(order.Order.Id, order.Root, use, line));
            }
        }
    }

    public static bool Carries(Order order, Dictionary<(string Group, string Route), string> carriers) =>
        order is not { GroupNumber: { } group, Route: { } route } || !carriers.TryGetValue((group, route), out var carrier) || carrier == order.Id;

    private List<PlannedEntry> EntriesOf(UseKey key) =>
        _entries.TryGetValue(key, out var entries) ? entries : _entries[key] = [];
}
