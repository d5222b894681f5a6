using OrderCheck.Core.Charges;
using OrderCheck.Core.Encounters;
using OrderCheck.Core.Findings;
using OrderCheck.Core.Hospitals;
using OrderCheck.Core.Orders;
using OrderCheck.Core.Rules;

namespace OrderCheck.Core.Checks;

/// <summary>One check of orders: expands them all, then judges each line with the others in view.</summary>
internal sealed class CheckOfOrders
{
    private readonly Release _release;
    private readonly HospitalDictionary _dictionary;
    private readonly EncounterState _state;
    private readonly CheckRequest _request;
    private readonly DateTimeOffset _now;
    private readonly OrderPlan _plan;
    private readonly JudgedPlan _judged;
    private readonly List<(Order Order, ExpansionResult Expansion)> _expanded;
    private readonly List<Order> _failed = [];
    private readonly CheckParts _parts;
    private readonly Timelines _timelines;

    public CheckOfOrders(
        string checkId, Release release, HospitalDictionary dictionary, EncounterState state, CheckRequest request, DateTimeOffset now)
    {
        (_release, _dictionary, _state, _request, _now) = (release, dictionary, state, request, now);
        _plan = state.PlanOf(release, dictionary, now);
        _judged = new JudgedPlan(request.Orders.Count);
        _expanded = new(request.Orders.Count);
        Expand();
        _timelines = new Timelines(state, _plan, _judged);
        _parts = new CheckParts(checkId, release, dictionary, state, request.Stage, now, _timelines, PrescribedOrders(), _judged, _expanded, state, _plan);
    }

    public CheckAnswer Answer()
    {
        foreach (var (order, expansion) in _expanded)
            Judge(order, expansion);
        foreach (var order in _failed)
            _parts.Verdicts.Because(new StateReason("order_failed", $"医嘱“{order.Id}”的数量或时间无法计算，未能审核", order.Id));
        var before = BudgetStanding.Before(_state, _plan);
        var after = BudgetStanding.After(_state, _plan, _state.Totals.Total, _timelines, Touched());
        return _parts.Answer(before, after, new Reader(_request.Reader, _request.ShownBefore, _request.MaxCards));
    }

    /// <summary>The items that the judged orders use, now or as they were signed before.</summary>
    private IEnumerable<UseKey> Touched()
    {
        HashSet<UseKey>? touched = null;
        foreach (var replaced in _judged.ReplacedIds)
        {
            if (_plan.KeysOf(replaced) is { Count: > 0 } before)
                (touched ??= [.. _judged.Keys]).UnionWith(before);
        }
        return touched is null ? _judged.Keys : touched;
    }

    /// <summary>The same order twice in one call is one order, in its highest revision.</summary>
    private static List<Order> Distinct(IReadOnlyList<Order> orders)
    {
        var places = new Dictionary<string, int>(orders.Count, StringComparer.Ordinal);
        var distinct = new List<Order>(orders.Count);
        foreach (var order in orders)
        {
            if (places.TryAdd(order.Id, distinct.Count))
                distinct.Add(order);
            else if (order.Revision > distinct[places[order.Id]].Revision)
                distinct[places[order.Id]] = order;
        }
        return distinct;
    }

    private void Expand()
    {
        var again = false;
        foreach (var order in _request.Orders)
            again |= !_judged.Replace(order);
        var orders = again ? Distinct(_request.Orders) : _request.Orders;
        var carriers = RouteCarriers.Of(orders);
        foreach (var (group, carrier) in _plan.Carriers)
        {
            // A signed order that is not judged again goes on carrying its group's route.
            if (!_judged.Replaces(carrier))
                carriers[group] = carrier;
        }
        foreach (var order in orders)
        {
            try
            {
                var expansion = OrderExpansion.Expand(order, _release, _dictionary, _now, OrderPlan.Carries(order, carriers));
                var root = _state.Orders.RootOf(order.Id);
                var drafted = root == order.Id && _state.Orders.Find(order.Id) is null;
                foreach (var line in expansion.Lines)
                    _judged.Add(order, root, drafted, line);
                _judged.HasUncoded |= expansion.LacksCode;
                _expanded.Add((order, expansion));
            }
            catch (Exception e) when (e is ArithmeticException or ArgumentException)
            {
                // A date or quantity beyond what can be counted with: the other orders are judged.
                _failed.Add(order);
            }
        }
    }

    private List<Order> PrescribedOrders()
    {
        if (!_expanded.Exists(static entry => entry.Order.Kind == OrderKind.Herb))
            return [];
        var orders = _expanded.ConvertAll(static entry => entry.Order);
        // Pieces that came without a prescription number belong together only within their call.
        orders.AddRange(_state.Orders.Orders.Values
            .Where(known => known.Planned && known.Order.PrescriptionNumber is not null && !_judged.Replaces(known.Order.Id))
            .Select(known => known.Order));
        return orders;
    }

    private void Judge(Order order, ExpansionResult expansion)
    {
        var zone = _dictionary.Hospital.TimeZone;
        Party Asked() => new(order.Id, null, order.ItemCode, order.ItemName ?? order.ItemHospitalCode, zone.Local(order.StartAt));
        foreach (var gap in expansion.Gaps)
        {
            if (gap.Code == ExpansionGap.UnmappedCode)
                _parts.Verdicts.Add(_parts.BuiltIn.Unknown(order.ItemHospitalCode ?? "", order.ItemName, Asked(), false));
            else
                _parts.Verdicts.Add(_parts.BuiltIn.Gap(order, gap, Asked()));
        }
        foreach (var line in expansion.Lines)
        {
            if (line.Item is null)
                _parts.Verdicts.Add(_parts.BuiltIn.Unknown(line.ItemCode, line.ItemName, Asked(), _release.Catalogue.Knows(line.ItemCode)));
            _parts.Judge(new JudgedLine
            {
                Line = line,
                Order = order,
                Key = new UseKey(order.InfantNo, line.ItemCode),
                Amount = OrderedPrice.AmountOf(order, line),
                SelfPay = order.SelfPay,
            });
        }
    }
}
