using OrderCheck.Core.Catalogue;
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
    private static readonly HashSet<UseKey> NoKeys = [];
    private readonly ItemCatalogue _catalogue;
    private readonly CodeTables _codes;
    private readonly HospitalDictionary _dictionary;
    private readonly DateOnly _today;
    private readonly Dictionary<UseKey, List<PlannedEntry>> _entries = [];
    private readonly Dictionary<string, HashSet<UseKey>> _keys = new(StringComparer.Ordinal);

    private OrderPlan(Release release, HospitalDictionary dictionary, DateOnly today) =>
        (_catalogue, _codes, _dictionary, _today) = (release.Catalogue, release.Codes, dictionary, today);

    /// <summary>The order that carries a group's route charges.</summary>
    public Dictionary<(string Group, string Route), string> Carriers { get; private init; } = [];

    public IEnumerable<UseKey> Keys => _entries.Keys;

    /// <summary>Whether an active order names a code that maps to no item.</summary>
    public bool HasUncoded { get; private set; }

    /// <summary>In the order of time. Shared by all checks of the state: nobody changes it.</summary>
    public List<PlannedEntry>? Find(UseKey key) => _entries.GetValueOrDefault(key);

    /// <summary>What that order plans to use.</summary>
    public IReadOnlyCollection<UseKey> KeysOf(string orderId) => _keys.TryGetValue(orderId, out var keys) ? keys : NoKeys;

    /// <summary>Orders expand by catalogue and codes alone: a release and its shadow share a plan.</summary>
    public bool IsFor(Release release, HospitalDictionary dictionary, DateOnly today) =>
        ReferenceEquals(_catalogue, release.Catalogue) && ReferenceEquals(_codes, release.Codes) && ReferenceEquals(_dictionary, dictionary) && _today == today;

    public static OrderPlan Make(EncounterState state, Release release, HospitalDictionary dictionary, DateTimeOffset now)
    {
        var planned = state.Orders.Orders.Values.Where(order => order.Planned).OrderBy(order => order.Order.Id, StringComparer.Ordinal).ToList();
        var plan = new OrderPlan(release, dictionary, dictionary.Hospital.TimeZone.Day(now))
        {
            Carriers = RouteCarriers.Of(planned.Select(order => order.Order)),
        };
        foreach (var order in planned)
            plan.Add(state, order, release, now);
        foreach (var entries in plan._entries.Values)
            entries.Sort(PlannedEntry.ByTime);
        return plan;
    }

    private void Add(EncounterState state, OrderState order, Release release, DateTimeOffset now)
    {
        var endedAt = EndOf(state, order);
        // An ended long-term order is no longer open: its plan is its last day's, up to the end.
        var expansion = Expand(order.Order, release, endedAt < now ? endedAt.Value : now);
        HasUncoded |= order.Active && expansion.LacksCode;
        foreach (var line in expansion.Lines)
        {
            var key = new UseKey(order.Order.InfantNo, line.ItemCode);
            (_keys.TryGetValue(order.Order.Id, out var keys) ? keys : _keys[order.Order.Id] = []).Add(key);
            foreach (var use in line.Uses)
            {
                if (endedAt is null || use.At < endedAt)
                    EntriesOf(key).Add(new PlannedEntry(order.Order.Id, order.Root, use, line));
            }
        }
    }

    /// <summary>A re-issue that starts before the order it continues was ended takes over from its start.</summary>
    private static DateTimeOffset? EndOf(EncounterState state, OrderState order) =>
        order.SupersededBy is { } newer && state.Orders.Find(newer) is { Planned: true } successor && successor.Order.StartAt < order.EndedAt
            ? successor.Order.StartAt
            : order.EndedAt;

    /// <summary>An order whose dates or quantities are beyond what can be counted with was signed all the same: it plans nothing.</summary>
    private ExpansionResult Expand(Order order, Release release, DateTimeOffset now)
    {
        try
        {
            return OrderExpansion.Expand(order, release, _dictionary, now, Carries(order, Carriers));
        }
        catch (Exception e) when (e is ArithmeticException or ArgumentException)
        {
            return new ExpansionResult([], []);
        }
    }

    public static bool Carries(Order order, Dictionary<(string Group, string Route), string> carriers) =>
        order is not { GroupNumber: { } group, Route: { } route } || !carriers.TryGetValue((group, route), out var carrier) || carrier == order.Id;

    private List<PlannedEntry> EntriesOf(UseKey key) =>
        _entries.TryGetValue(key, out var entries) ? entries : _entries[key] = [];
}
